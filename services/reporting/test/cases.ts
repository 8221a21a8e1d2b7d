import type { FigureCode } from '@helhed/contracts';
import fc from 'fast-check';

/** What becomes of one referral, by years: when it came, was answered, was given a place, ended. */
const referral = fc.record({
  received: fc.nat(2),
  answer: fc.constantFrom('accepted', 'accepted', 'accepted', 'declined', 'left', 'none'),
  answeredAfter: fc.constantFrom(0, 0, 0, 1),
  place: fc.constantFrom('given', 'given', 'given', 'left', 'waits'),
  placedAfter: fc.constantFrom(0, 0, 0, 1),
  starts: fc.boolean(),
  end: fc.constantFrom('completed', 'completed', 'dropped', 'left', 'none'),
  endsAfter: fc.constantFrom(0, 1),
  adults: fc.integer({ min: 1, max: 2 }),
  children: fc.nat(3),
});
export type Case = typeof referral extends fc.Arbitrary<infer T> ? T : never;

/** Programmes of all sizes, most of them small. */
export const cases: fc.Arbitrary<readonly Case[]> = fc
  .constantFrom(3, 8, 15, 30, 70)
  .chain((most) => fc.array(referral, { minLength: Math.floor(most / 3), maxLength: most }));

export const years = [2023, 2024, 2025] as const;
const codes = [
  'referred',
  'accepted',
  'declined',
  'withdrawn',
  'waiting',
  'places-assigned',
  'families-enrolled',
  'adults-enrolled',
  'children-enrolled',
  'started',
  'completed',
  'dropped',
] as const satisfies readonly FigureCode[];

/** Each year's exact figures. */
export function countsOf(all: readonly Case[]): Map<FigureCode, number>[] {
  const counts = years.map(() => new Map<FigureCode, number>(codes.map((code) => [code, 0])));
  const add = (at: number, code: FigureCode, by = 1): void => {
    counts[at]?.set(code, (counts[at]?.get(code) ?? 0) + by);
  };
  for (const { received, answer, answeredAfter, place, placedAfter, starts, end, endsAfter, adults, children } of all) {
    const answered = received + answeredAfter;
    const placed = answered + placedAfter;
    add(received, 'referred');
    if (answer === 'declined') add(answered, 'declined');
    if (answer === 'left') add(answered, 'withdrawn');
    if (answer !== 'accepted') continue;
    add(answered, 'accepted');
    for (let at = answered; at < (place === 'waits' ? years.length : placed); at++) add(at, 'waiting');
    if (place === 'left') add(placed, 'withdrawn');
    if (place !== 'given') continue;
    add(placed, 'places-assigned');
    add(placed, 'families-enrolled');
    add(placed, 'adults-enrolled', adults);
    add(placed, 'children-enrolled', children);
    if (starts) add(placed, 'started');
    if (end === 'completed' || end === 'dropped') add(placed + endsAfter, end);
    if (end === 'left') {
      add(placed + endsAfter, 'dropped');
      add(placed + endsAfter, 'withdrawn');
    }
  }
  return counts;
}
