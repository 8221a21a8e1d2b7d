import type { CoverPeriod } from './coverage.js';
import { addDays } from './dates.js';

interface Standing {
  readonly coverage: readonly CoverPeriod[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly ended: string | null;
}

/**
 * Whether somebody who was covered, today or on a day to come, is not any more: then the epoch is raised.
 * @param today ISO date in Denmark
 */
export function takesAway(before: Standing, after: Standing, today: string): boolean {
  const kept = coveredDays(after, today);
  return coveredDays(before, today).some(({ personId, from, to }) => {
    // the days of one person are in order and apart, so what is left over shows as a gap
    let day = from;
    for (const period of kept.filter((each) => each.personId === personId)) {
      if (period.from <= day && (period.to === null || day < period.to)) {
        if (period.to === null) return false;
        day = period.to;
      }
    }
    return to === null || day < to;
  });
}

/** Whether somebody who was covered on that one day is not any more. */
export const takesAwayOn = (day: string, before: Standing, after: Standing): boolean =>
  takesAway({ ...before, validTo: earlier(before.validTo, addDays(day, 1)) }, after, day);

function coveredDays({ coverage, validFrom, validTo, ended }: Standing, today: string) {
  if (ended !== null) return [];
  const first = validFrom > today ? validFrom : today;
  return coverage
    .filter(({ state }) => state === 'covered')
    .map(({ personId, from, to }) => ({ personId, from: from > first ? from : first, to: earlier(to, validTo) }))
    .filter(({ from, to }) => to === null || from < to);
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
