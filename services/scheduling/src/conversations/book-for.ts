import type { Tx } from '@helhed/database';
import { book } from '../calendar/book.js';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { BusyTimes } from '../courses/clashes.js';
import { courseClashes } from '../courses/course-refusals.js';
import { groupNeeds } from '../courses/needs.js';
import { Overtaken } from '../courses/save-course.js';
import { findParticipants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import { bookingsFor, type Conversation } from './conversation.js';

/**
 * Room, staff and the family's parents for one conversation, in place of what it took up before.
 * @throws DomainError `course-clashes` with the reasons
 */
export async function bookFor(tx: Tx, group: Group, conversation: Conversation): Promise<void> {
  const { id, familyId, roomId, startsAt, endsAt } = conversation;
  const { staffIds, members } = await findParticipants(tx, group.id);
  const own = members.filter((member) => member.familyId === familyId);
  const needs = groupNeeds(roomId, staffIds, own)['theme-evening'];
  const found = await findBusyTimes(tx, needs, { startsAt, endsAt });
  const busy = new BusyTimes(found.filter(({ appointmentId }) => appointmentId !== id));
  const { conversation: code, date, startTime } = conversation;
  const session = { kind: 'conversation' as const, conversation: code, date, startTime };
  const clashes = needs.filter((need) => busy.isTaken(need, conversation)).map((need) => ({ session, need }));
  if (clashes.length > 0) throw courseClashes(clashes, []);
  await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [tx.municipality, id]);
  if ((await book(tx, bookingsFor(conversation, needs))).length > 0) throw new Overtaken();
}
