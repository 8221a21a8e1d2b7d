import type { Tx } from '@helhed/database';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { startOfDay } from '../calendar/local-time.js';
import { inThePast } from '../calendar/plannable.js';
import { findClosedDays } from '../closures/closure.js';
import { placedOf } from '../conversations/conversation.js';
import type { PlannedConversation } from '../conversations/lay-out.js';
import { Talks } from '../conversations/talks.js';
import type { Participants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { horizon, nearestAlternatives } from './alternatives.js';
import { BusyTimes, type Need, type Needs } from './clashes.js';
import { courseClashes, requirePlaceable } from './course-refusals.js';
import { allNeeds, groupNeeds } from './needs.js';
import { placeSeries, type Placement, type PlannedSession } from './series.js';

/** What a course is to be, and what each part of it takes up. */
export interface CoursePlan {
  readonly sessions: readonly PlannedSession[];
  readonly needs: Needs;
  readonly conversations: readonly PlannedConversation[];
  /** Of a conversation with the family. */
  readonly needsWith: ReadonlyMap<string, readonly Need[]>;
}

/** @throws DomainError `course-clashes` with the reasons and the nearest alternatives; others where the wish cannot be at all */
export async function planCourse(
  tx: Tx,
  group: Group,
  wish: Placement,
  participants: Participants,
): Promise<CoursePlan> {
  const programme = await getProgrammeOf(tx, group);
  const { series } = programme.group;
  requirePlaceable(series, wish, tx.today);
  const isClosed = await findClosedDays(tx, wish.from);
  const knownUntil = horizon(placeSeries(series, wish, { isClosed, isTaken: () => false }));
  const known = { startsAt: startOfDay(wish.from), endsAt: knownUntil };
  const needs = groupNeeds(group.roomId, participants.staffIds, participants.members);
  const busy = new BusyTimes(await findBusyTimes(tx, allNeeds(needs), known));
  const taken = { session: busy.of(needs.session), 'theme-evening': busy.of(needs['theme-evening']) };
  const isTaken = (kind: keyof typeof needs, time: typeof known) => taken[kind].isTaken(time);
  const talks = new Talks(placedOf(programme.definition), needsWith(group, participants), { busy, isClosed });
  const fitsAround = (course: readonly PlannedSession[]) => talks.fit(course, knownUntil);
  const obstacles = { isClosed, knownUntil, isTaken, fitsAround };
  const sessions = placeSeries(series, wish, obstacles);
  if (sessions[0]!.startsAt < tx.now) throw inThePast('from');
  const { planned: conversations, left } = talks.around(sessions);
  const clashes = [...busy.clashesOf(sessions, needs), ...talks.clashesOf(left)];
  if (clashes.length > 0) throw courseClashes(clashes, await nearestAlternatives(series, wish, obstacles));
  return { sessions, needs, conversations, needsWith: talks.needs };
}

/** With each family whose members are known; with the others when they are. */
function needsWith(group: Group, { staffIds, seats, members }: Participants): Map<string, readonly Need[]> {
  const needs = seats.flatMap(({ placeId, familyId }) => {
    const own = members.filter((member) => member.placeId === placeId);
    return own.length > 0 ? [[familyId, groupNeeds(group.roomId, staffIds, own)['theme-evening']] as const] : [];
  });
  return new Map(needs);
}
