import { SessionCancelled } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { forgetAttendance } from '../attendance/save-attendance.js';
import type { Session } from '../calendar/appointment.js';
import { markSessionOff } from '../deliveries/due.js';
import { Group } from '../groups/group.js';
import { endNeeds } from '../needs/needs-of-appointments.js';

/** Who seats a family books the course for it: locked, neither misses the other's work. After the session. */
export const lockGroupOf = ({ manager, municipality }: Tx, { courseId }: Session): Promise<Group> =>
  manager.findOneOrFail(Group, {
    where: { municipality, courseId: courseId! },
    lock: { mode: 'pessimistic_write' },
  });

/**
 * Room, staff and families are free again; each family that had it in its calendar is told, and whoever was invited is to hear
 * of it. @returns those families
 */
export async function callOff(tx: Tx, group: Group, session: Session): Promise<string[]> {
  const { manager, municipality } = tx;
  session.cancel(tx.now);
  await manager.save(session);
  const families = await familiesComing(tx, group, session);
  const { id, kind } = session;
  await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [municipality, id]);
  for (const familyId of families) {
    const { id: groupId, programme } = group;
    tx.emit(SessionCancelled, { sessionId: id, groupId, familyId, programme, kind, cancelledOn: tx.today });
  }
  await forgetAttendance(tx, [id]);
  await endNeeds(tx, session);
  await markSessionOff(tx, id);
  return families;
}

async function familiesComing(tx: Tx, group: Group, { id, startsAt }: Session): Promise<string[]> {
  const rows = await tx.query<{ family_id: string }>(
    `SELECT family_id FROM seat WHERE municipality = $1 AND group_id = $2 AND booked_at < $4
       AND (ended_at IS NULL OR ended_at >= $4) AND NOT EXISTS (
       SELECT FROM seat_clash c WHERE c.municipality = $1 AND c.seat_id = seat.id AND c.appointment_id = $3)`,
    [tx.municipality, group.id, id, startsAt],
  );
  return rows.map(({ family_id: familyId }) => familyId);
}
