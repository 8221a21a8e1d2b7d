import type { Tx } from '@helhed/database';
import { forgetAttendance } from '../attendance/save-attendance.js';
import { freeConversations } from '../conversations/free-conversations.js';
import { findSessions } from '../courses/find-course.js';
import { allNeeds, familyNeeds } from '../courses/needs.js';
import { leaveNeeds } from '../needs/needs-of-appointments.js';
import { EnrolledMember } from './enrolled-member.js';
import type { Group } from './group.js';
import type { Seat } from './seat.js';

/** What has not begun yet is gone from the family's calendar, and with it what was noted of it beforehand. */
export async function leaveCourse(tx: Tx, group: Group, { placeId, familyId }: Seat): Promise<void> {
  const { manager, municipality, now } = tx;
  const leaving = await manager.findBy(EnrolledMember, { municipality, placeId, familyId });
  const coming = group.courseId
    ? (await findSessions(tx, group.courseId)).filter(({ startsAt }) => startsAt > now)
    : [];
  if (coming.length > 0 && leaving.length > 0) {
    const staying = await membersOfOthers(tx, group, placeId);
    const kept = new Set(allNeeds(familyNeeds(staying)).map(({ id }) => id));
    // a household or person that also comes with another family of the group stays booked
    const gone = allNeeds(familyNeeds(leaving)).filter(({ id }) => !kept.has(id));
    await tx.query(
      `DELETE FROM booking WHERE municipality = $1 AND appointment_id = ANY($2::uuid[]) AND resource_id = ANY($3::uuid[])`,
      [municipality, coming.map(({ id }) => id), gone.map(({ id }) => id)],
    );
  }
  await freeConversations(tx, group.id, familyId);
  await forgetAttendance(
    tx,
    coming.map(({ id }) => id),
    familyId,
  );
  await leaveNeeds(tx, group, familyId);
}

const membersOfOthers = (tx: Tx, group: Group, placeId: string): Promise<EnrolledMember[]> =>
  tx.manager
    .createQueryBuilder(EnrolledMember, 'm')
    .innerJoin('seat', 's', 's.municipality = m.municipality AND s.place_id = m.place_id AND s.family_id = m.family_id')
    .where('m.municipality = :municipality AND s.group_id = :group AND s.ended_at IS NULL AND m.place_id <> :placeId', {
      municipality: tx.municipality,
      group: group.id,
      placeId,
    })
    .getMany();
