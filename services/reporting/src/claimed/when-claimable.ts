import { AttendanceRecorded, FamilyEnrolled, FamilyErased, type CloudEvent, type EventData } from '@helhed/contracts';
import { forgetParkedClaims, On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { askFor } from './claim-due.js';

/**
 * Events that leave out what a figure is counted apart by. It is noted that the owner is to be asked, and asked later: no
 * fact waits for an owner that is down.
 */
@Controller()
export class WhenClaimable {
  @On(FamilyEnrolled)
  async enrolled(event: CloudEvent<EventData<typeof FamilyEnrolled>>, { tx }: EventContext): Promise<void> {
    const { members: _, ...data } = event.data;
    await askFor(tx, data.enrolmentId, { ...event, data });
  }

  /** Each time, since a correction may say another reason. */
  @On(AttendanceRecorded)
  async attended(event: CloudEvent<EventData<typeof AttendanceRecorded>>, { tx }: EventContext): Promise<void> {
    const { sessionId, programme } = event.data;
    await askFor(tx, sessionId, { ...event, data: { sessionId, programme } });
  }

  /** How old its members were goes with the family. An owner that is being asked about it has answered before the first statement ends. */
  @On(FamilyErased)
  async erased(
    { data: { familyId } }: CloudEvent<EventData<typeof FamilyErased>>,
    { tx }: EventContext,
  ): Promise<void> {
    await tx.query(`DELETE FROM claim_due WHERE municipality = helhed.tenant() AND event #>> '{data,familyId}' = $1`, [
      familyId,
    ]);
    await forgetParkedClaims(tx, familyId);
    await tx.query('DELETE FROM enrolment_age WHERE municipality = helhed.tenant() AND family_id = $1', [familyId]);
  }
}
