import { seededRandom } from './random.js';

export interface CprWishes {
  /** The same seed gives the same number; absent: a number that was not given before in this process. */
  seed?: number;
  /** ISO date; absent: somewhere from 1940 to 2024. */
  birthDate?: string;
}

let next = 1;

/**
 * A CPR number of the replacement series (day of birth + 60), which no person has: the only kind that may
 * stand in source, specs and demonstration data. Ten digits, no hyphen.
 */
export function fakeCpr(wishes: CprWishes = {}): string {
  return compose(wishes, 60);
}

/**
 * A CPR number that looks like a person's, for tests of what must not leak. Made at run time only: never
 * write one into a file of the repository.
 */
export function realLookingCpr(wishes: CprWishes = {}): string {
  return compose(wishes, 0);
}

function compose({ seed = next++, birthDate }: CprWishes, addedDays: number): string {
  const random = seededRandom(seed);
  const born = birthDate ?? randomDate(random);
  const [year = '', month = '', day = ''] = born.split('-');
  const shownDay = String(Number(day) + addedDays).padStart(2, '0');
  // The seventh digit tells the century; see cpr.dk, "Personnummeret i CPR": 0–3 is 1900–1999, 4 and 9 with a
  // year up to 36 are 2000–2036.
  const chance = random();
  const newer = chance < 0.5 ? 4 : 9;
  const century = Number(year) >= 2000 ? newer : Math.floor(chance * 4);
  const rest = String(Math.floor(random() * 1000)).padStart(3, '0');
  return `${shownDay}${month}${year.slice(2)}${century}${rest}`;
}

function randomDate(random: () => number): string {
  const from = Date.UTC(1940, 0, 1);
  const to = Date.UTC(2025, 0, 1);
  return new Date(from + Math.floor(random() * (to - from))).toISOString().slice(0, 10);
}
