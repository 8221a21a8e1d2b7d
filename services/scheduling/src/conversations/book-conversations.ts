import { ConversationPlaced } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { IsNull } from 'typeorm';
import { Appointment, type Session } from '../calendar/appointment.js';
import { book } from '../calendar/book.js';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { addDays, startOfDay } from '../calendar/local-time.js';
import { findClosedDays } from '../closures/closure.js';
import { BusyTimes } from '../courses/clashes.js';
import { groupNeeds } from '../courses/needs.js';
import { Overtaken } from '../courses/save-course.js';
import type { EnrolledMember } from '../groups/enrolled-member.js';
import { findParticipants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import type { Seat } from '../groups/seat.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { bookingsFor, placedOf, toConversation, type Conversation } from './conversation.js';
import { afterLast, layOut, type ConversationTemplate } from './lay-out.js';
import { findUnreplaced } from './find-unreplaced.js';
import { placed } from './tell-conversations.js';

const maxAttempts = 3;

interface Late {
  readonly group: Group;
  readonly familyId: string;
  readonly members: readonly EnrolledMember[];
  /** Of the course, first to last. */
  readonly sessions: readonly Session[];
}

/**
 * The conversations of a family that came after the course was placed: each at the first free time from tomorrow on, in the
 * place that the definition gives it or after. For which there is none, is not placed, and is not there at the seat.
 */
export async function bookConversations(
  tx: Tx,
  group: Group,
  { familyId }: Seat,
  members: readonly EnrolledMember[],
  sessions: readonly Session[],
): Promise<void> {
  const templates = await findMissing(tx, group, familyId);
  if (templates.length === 0) return;
  for (const each of await bookWhereFree(tx, { group, familyId, members, sessions }, templates))
    tx.emit(ConversationPlaced, placed(group, each));
}

async function findMissing(tx: Tx, group: Group, familyId: string): Promise<ConversationTemplate[]> {
  const { manager, municipality } = tx;
  const { definition } = await getProgrammeOf(tx, group);
  const of = { municipality, groupId: group.id, familyId, cancelledAt: IsNull() };
  const standing = (await manager.findBy(Appointment, of)).map(({ conversation }) => conversation);
  return placedOf(definition).filter(({ code }) => !standing.includes(code));
}

async function bookWhereFree(
  tx: Tx,
  { group, familyId, members, sessions }: Late,
  templates: readonly ConversationTemplate[],
): Promise<Conversation[]> {
  const held = sessions.filter(({ kind, cancelledAt }) => kind === 'session' && !cancelledAt);
  const last = held.at(-1);
  if (!last) return [];
  const { staffIds } = await findParticipants(tx, group.id);
  const needs = groupNeeds(group.roomId, staffIds, members)['theme-evening'];
  const isClosed = await findClosedDays(tx, tx.today);
  const off = await findUnreplaced(tx, group.id, familyId);
  const from = startOfDay(addDays(tx.today, 1));
  const known = { startsAt: from, endsAt: startOfDay(addDays(last.date, afterLast + 1)) };
  for (let attempt = 1; ; attempt++) {
    const taken = new BusyTimes(await findBusyTimes(tx, needs, known)).of(needs);
    const isTaken = (_: string, time: { startsAt: Date; endsAt: Date }) => taken.isTaken(time);
    const around = { sessions: held, course: [], isClosed, isTaken };
    const { planned } = layOut(templates, [familyId], around, { from, later: true });
    const conversations = planned.map((each) => toConversation(tx, group, each, off.get(each.conversation)));
    const bookings = conversations.flatMap((each) => bookingsFor(each, needs));
    try {
      await tx.savepoint(async () => {
        await tx.manager.insert(Appointment, conversations);
        if ((await book(tx, bookings)).length > 0) throw new Overtaken();
      });
      return conversations;
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === maxAttempts) throw error;
    }
  }
}
