import { setImmediate as nextTurn } from 'node:timers/promises';
import { minutesOf, type SeriesTemplate } from '@helhed/contracts';
import { addDays, nextWeekday, startOfDay } from '../calendar/local-time.js';
import {
  isAlwaysClosed,
  placeSessions,
  withEvenings,
  type Obstacles,
  type Placement,
  type PlannedSession,
} from './series.js';
import { numberOf, startTimes } from './slots.js';

export interface Alternative extends Placement {
  readonly firstDate: string;
  readonly lastDate: string;
}

interface KnownObstacles extends Obstacles {
  readonly knownUntil: Date;
  /** Whether what is placed around a course finds its place too. */
  fitsAround?(course: readonly PlannedSession[]): boolean;
}

const weeksAhead = 12;
/** Of a search: what it finds, the placements it tries, and the time it takes, in milliseconds, of that in one go. */
const bounds = { found: 3, tried: 200, duration: 200, turn: 10 };

/**
 * The placements nearest to the one that was wished for and that fit the template and the calendar: later weeks, other
 * weekdays, other times of day. A week's delay weighs as much as another weekday or half an hour. The search lets others
 * have their turn and gives up early, for a full calendar has hundreds of placements that do not fit.
 */
export async function nearestAlternatives(
  template: SeriesTemplate,
  wish: Placement,
  obstacles: KnownObstacles,
): Promise<Alternative[]> {
  const found: Alternative[] = [];
  const began = performance.now();
  let turn = began;
  for (const placement of byDistance(template, wish).slice(0, bounds.tried)) {
    const plan = fittingPlan(template, placement, obstacles);
    if (plan) found.push({ ...placement, firstDate: plan[0]!.date, lastDate: plan.at(-1)!.date });
    const now = performance.now();
    if (found.length === bounds.found || now - began > bounds.duration) break;
    if (now - turn < bounds.turn) continue;
    await nextTurn();
    turn = performance.now();
  }
  return found;
}

/** Sessions first: where one of them clashes, no evening need be found. */
function fittingPlan(
  template: SeriesTemplate,
  placement: Placement,
  obstacles: KnownObstacles,
): PlannedSession[] | undefined {
  const fits = (plan: readonly PlannedSession[]) =>
    plan.at(-1)!.endsAt <= obstacles.knownUntil && !plan.some((session) => obstacles.isTaken(session.kind, session));
  try {
    const sessions = placeSessions(template, placement, obstacles);
    if (!fits(sessions)) return undefined;
    const plan = withEvenings(template, sessions, obstacles);
    return fits(plan) && (obstacles.fitsAround?.(plan) ?? true) ? plan : undefined;
  } catch (error) {
    if (isAlwaysClosed(error)) return undefined;
    throw error;
  }
}

/** How far ahead to read the calendar; a course that would end later, pushed on by breaks, is not offered. */
export const horizon = (plan: readonly PlannedSession[]): Date =>
  startOfDay(addDays(plan.at(-1)!.date, (weeksAhead + 4) * 7));

function byDistance({ sessions }: SeriesTemplate, wish: Placement): Placement[] {
  const candidates = sessions.weekdays.flatMap((weekday) =>
    startTimes(sessions).flatMap((startTime) =>
      Array.from({ length: weeksAhead + 1 }, (_, week) => ({
        placement: { from: addDays(nextWeekday(wish.from, numberOf(weekday)), week * 7), weekday, startTime },
        distance:
          week + Number(weekday !== wish.weekday) + Math.abs(minutesOf(startTime) - minutesOf(wish.startTime)) / 30,
      })),
    ),
  );
  return candidates
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => a.distance - b.distance || a.placement.from.localeCompare(b.placement.from))
    .map(({ placement }) => placement);
}
