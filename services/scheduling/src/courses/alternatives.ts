import { minutesOf, type SeriesTemplate } from '@helhed/contracts';
import { addDays, nextWeekday, startOfDay } from '../calendar/local-time.js';
import { placeSeries, type Obstacles, type Placement, type PlannedSession } from './series.js';
import { numberOf, startTimes } from './slots.js';

export interface Alternative extends Placement {
  readonly firstDate: string;
  readonly lastDate: string;
}

const weeksAhead = 12;

/**
 * The placements nearest to the one that was wished for and that fit the template and the calendar: later weeks, other
 * weekdays, other times of day. A week's delay weighs as much as another weekday or half an hour.
 */
export function nearestAlternatives(
  template: SeriesTemplate,
  wish: Placement,
  obstacles: Obstacles & { readonly knownUntil: Date },
  atMost = 3,
): Alternative[] {
  const found: Alternative[] = [];
  for (const placement of byDistance(template, wish)) {
    const plan = placeSeries(template, placement, obstacles);
    if (plan.at(-1)!.endsAt > obstacles.knownUntil) continue;
    if (plan.some((session) => obstacles.isTaken(session.kind, session))) continue;
    found.push({ ...placement, firstDate: plan[0]!.date, lastDate: plan.at(-1)!.date });
    if (found.length === atMost) break;
  }
  return found;
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
