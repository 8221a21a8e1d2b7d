import type { ConversationKind } from '@helhed/contracts';
import { localDate } from '@helhed/kernel';
import { addDays, overlaps, startOfDay, toInterval, type Interval, type LocalTime } from '../calendar/local-time.js';
import { startsWithin } from '../courses/slots.js';

/** A conversation of the definition that is placed with a course. */
export interface ConversationTemplate {
  readonly code: string;
  readonly when: Exclude<ConversationKind['when'], undefined>;
}

export interface PlannedConversation extends LocalTime, Interval {
  readonly conversation: string;
  readonly familyId: string;
}

export interface LaidOut {
  readonly planned: readonly PlannedConversation[];
  /** Those for which there was no time: where each would have been first. */
  readonly left: readonly PlannedConversation[];
}

/** A session of the course that is held. */
type Held = Interval & Pick<LocalTime, 'date'>;

export interface Around {
  /** The numbered sessions, first to last. */
  readonly sessions: readonly Held[];
  /** Sessions, and what lies among them: nothing is placed over it. */
  readonly course: readonly Interval[];
  isClosed(date: string): boolean;
  /** Whether the room, the staff or this family has something else. */
  isTaken(familyId: string, time: Interval): boolean;
}

interface Reach {
  /** Nothing begins before. */
  readonly from: Date;
  /** Whether a conversation that finds no time before the next session is tried after it. */
  readonly later: boolean;
}

/** Days after the last session. */
export const afterLast = 28;

/**
 * Each conversation with each family, one at a time: after its session and before the next, a time goes to the first family
 * that is free then. Where all of that is closed, the time after the next session is taken.
 */
export function layOut(
  templates: readonly ConversationTemplate[],
  families: readonly string[],
  around: Around,
  reach: Reach = { from: new Date(0), later: false },
): LaidOut {
  const planned: PlannedConversation[] = [];
  const left: PlannedConversation[] = [];
  for (const template of templates) {
    let waiting = families;
    let first: Time | undefined;
    const { afterSession } = template.when;
    for (let gap = afterSession; waiting.length > 0 && gap <= around.sessions.length; gap++) {
      if (first && !reach.later) break;
      for (const time of openTimes(template, gap, around, reach)) {
        first ??= time;
        if ([...around.course, ...planned].some((other) => overlaps(other, time))) continue;
        const familyId = waiting.find((family) => !around.isTaken(family, time));
        if (familyId === undefined) continue;
        planned.push({ ...time, conversation: template.code, familyId });
        waiting = waiting.filter((family) => family !== familyId);
        if (waiting.length === 0) break;
      }
    }
    if (first) for (const familyId of waiting) left.push({ ...first, conversation: template.code, familyId });
  }
  return { planned, left };
}

type Time = LocalTime & Interval;

function* openTimes(
  { when }: ConversationTemplate,
  gap: number,
  { sessions, isClosed }: Around,
  { from }: Reach,
): Generator<Time> {
  const [previous, next] = [sessions[gap - 1], sessions[gap]];
  if (!previous) return;
  const until = next?.startsAt ?? startOfDay(addDays(previous.date, afterLast));
  for (const time of startsWithin(when, previous.date, localDate(until))) {
    if (isClosed(time.date)) continue;
    const { startsAt, endsAt } = toInterval(time);
    if (startsAt >= previous.endsAt && startsAt >= from && endsAt <= until) yield { ...time, startsAt, endsAt };
  }
}
