import type { AgeBand } from '@helhed/contracts';

/**
 * Whole years on a day, or undefined when the date is missing, no date, or later than the day.
 *
 * @param birthDate ISO date
 * @param on ISO date
 */
export function ageOn(birthDate: string | null | undefined, on: string): number | undefined {
  if (!birthDate || birthDate > on || !/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return undefined;
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export interface Heads {
  readonly bands: { code: string; heads: number }[];
  /** Whose age is not known. */
  readonly unknown: number;
}

/**
 * How many persons are in each band of age, on a day.
 *
 * @param birthDates ISO date of each person, null where it is not known
 * @param on ISO date
 */
export function headsByAge(bands: readonly AgeBand[], birthDates: readonly (string | null)[], on: string): Heads {
  const ages = birthDates.map((birthDate) => ageOn(birthDate, on));
  const codes = ages.map((age) => (age === undefined ? undefined : bands.findLast(({ from }) => from <= age)?.code));
  return {
    bands: bands.map(({ code }) => ({ code, heads: codes.filter((each) => each === code).length })),
    unknown: codes.filter((each) => each === undefined).length,
  };
}
