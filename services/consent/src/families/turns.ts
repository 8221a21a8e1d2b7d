import { dayOf, isLeap } from '../cover/dates.js';

/** The day on which a person reaches an age: kept in the place of a birth date. */
export interface Turn {
  readonly age: number;
  /** ISO date; who was born on 29 February reaches an age on 1 March of a year without that day. */
  readonly on: string;
}

/** @param ages in years @returns when somebody born on this day reaches each, the ages in ascending order */
export const turnsOf = (birthDate: string, ages: Iterable<number>): Turn[] =>
  [...new Set(ages)]
    .toSorted((a, b) => a - b)
    .map((age) => ({ age, on: dayOf(birthDate.slice(5), Number(birthDate.slice(0, 4)) + age) }));

/**
 * When somebody reaches an age. One that was not asked for at the time follows from another; where that is 1 March and
 * the birth may have been on 29 February, it is taken to be so: the own voice a day early rather than late.
 *
 * @returns ISO date, or undefined where nothing is known
 */
export function turnsOn(turns: readonly Turn[], age: number): string | undefined {
  const known = turns.find((turn) => turn.age === age);
  if (known) return known.on;
  const other = turns.at(-1);
  if (!other) return undefined;
  const year = Number(other.on.slice(0, 4)) - other.age + age;
  const monthAndDay = other.on.slice(5);
  const maybeLeapDay = monthAndDay === '03-01' && !isLeap(Number(other.on.slice(0, 4))) && isLeap(year);
  return dayOf(maybeLeapDay ? '02-29' : monthAndDay, year);
}
