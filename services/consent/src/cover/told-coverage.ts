import { getGroundRules, valueOn } from '@helhed/programmes';
import type { CoverPeriod } from './coverage.js';
import { addDays } from './dates.js';

/** How many days before a person is covered otherwise the others are told of that day. @param today ISO date */
const noticeOn = (today: string): number => valueOn(getGroundRules().ages.tellDays, today);

const byPerson = (coverage: readonly CoverPeriod[]): CoverPeriod[][] => [
  ...Map.groupBy(coverage, ({ personId }) => personId).values(),
];

const fromTodayOn = (periods: readonly CoverPeriod[], today: string): CoverPeriod[] =>
  periods.filter(({ to }) => to === null || today < to);

/**
 * What others are told, as things stand on a day: how it is then, and what becomes of it in the days of notice. Days
 * further off, and those gone by, may follow from a birth date, which is told to nobody: till then a period is open.
 */
export function toldOn(coverage: readonly CoverPeriod[], today: string): CoverPeriod[] {
  const until = addDays(today, noticeOn(today));
  return byPerson(coverage).flatMap((periods) => {
    const told = fromTodayOn(periods, today).filter(({ from }, index) => index === 0 || from <= until);
    return told.map(({ personId, state, from, to }, index) => ({
      personId,
      state,
      from: index === 0 ? periods[0]!.from : from,
      to: index === told.length - 1 ? null : to,
    }));
  });
}

/** The day on which more is to be told than on this one; null: all is told. @param validTo a later day changes nothing */
export function tellAgainOn(coverage: readonly CoverPeriod[], today: string, validTo: string | null): string | null {
  const notice = noticeOn(today);
  const until = addDays(today, notice);
  const untold = byPerson(coverage)
    .flatMap((periods) => fromTodayOn(periods, today).slice(1))
    .map(({ from }) => from)
    .filter((from) => from > until && (validTo === null || from < validTo))
    .toSorted()[0];
  return untold === undefined ? null : addDays(untold, -notice);
}

/** How each person is covered on a day; before the first that is known, as on that one. */
export const coverOn = (coverage: readonly CoverPeriod[], day: string): CoverPeriod[] =>
  byPerson(coverage).flatMap((periods) => fromTodayOn(periods, day).slice(0, 1));
