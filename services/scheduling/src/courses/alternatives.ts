import { addDays, nextWeekday, startOfDay } from '../calendar/local-time.js';
import type { BusyTimes, Needs } from './clashes.js';
import { placeSeries, type Placement, type PlannedSession, type SeriesTemplate } from './series.js';

export interface Alternative extends Placement {
  readonly firstDate: string;
  readonly lastDate: string;
}

const weeksAhead = 12;
const workingDays = [1, 2, 3, 4, 5];
const shiftsInMinutes = [0, -30, 30, -60, 60];

/**
 * The placements nearest to the one that was wished for and that fit: later weeks, other weekdays, other times of day.
 * A week's delay weighs as much as another weekday or half an hour.
 */
export function nearestAlternatives(
  wish: Placement,
  template: SeriesTemplate,
  isClosed: (date: string) => boolean,
  calendar: { busy: BusyTimes; knownUntil: Date },
  needs: Needs,
  atMost = 3,
): Alternative[] {
  const found: Alternative[] = [];
  for (const placement of byDistance(wish)) {
    const plan = placeSeries(template, placement, isClosed);
    if (plan.at(-1)!.endsAt > calendar.knownUntil || !calendar.busy.leaveRoomFor(plan, needs)) continue;
    found.push({ ...placement, firstDate: plan[0]!.date, lastDate: plan.at(-1)!.date });
    if (found.length === atMost) break;
  }
  return found;
}

/** How far ahead to read the calendar; a course that would end later, pushed on by breaks, is not offered. */
export const horizon = (plan: readonly PlannedSession[]): Date => startOfDay(addDays(plan.at(-1)!.date, (weeksAhead + 4) * 7));

function byDistance(wish: Placement): Placement[] {
  const candidates = workingDays.flatMap((weekday) =>
    shiftsInMinutes.flatMap((shift) =>
      Array.from({ length: weeksAhead + 1 }, (_, week) => ({
        placement: { from: addDays(nextWeekday(wish.from, weekday), week * 7), weekday, startTime: shifted(wish.startTime, shift) },
        distance: week + Number(weekday !== wish.weekday) + Math.abs(shift) / 30,
      })),
    ),
  );
  return candidates
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => a.distance - b.distance || a.placement.from.localeCompare(b.placement.from))
    .map(({ placement }) => placement);
}

function shifted(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = hours * 60 + rest + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
