import fc from 'fast-check';
import type { CoverPeriod, CoverState } from './coverage.js';
import { addDays } from './dates.js';
import { coverOn, tellAgainOn, toldOn } from './told-coverage.js';

const first = '2026-01-01';
const day = (number: number): string => addDays(first, number);
const horizon = 400;
const notice = 30;

const periods = (personId: string): fc.Arbitrary<CoverPeriod[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: horizon }), { maxLength: 5 }),
      fc.array(fc.constantFrom<CoverState>('covered', 'incomplete', 'withdrawn'), { minLength: 6, maxLength: 6 }),
    )
    .map(([starts, states]) => {
      const days = [0, ...starts.toSorted((a, b) => a - b)].map(day);
      return days.map((from, index) => ({ personId, state: states[index]!, from, to: days[index + 1] ?? null }));
    });
const coverage = fc.tuple(periods('alma'), periods('bo')).map((all) => all.flat());
const stateOn = (all: readonly CoverPeriod[], person: string, on: string) =>
  all.find(({ personId, from, to }) => personId === person && from <= on && (to === null || on < to))?.state;

describe('what others are told of whom a basis covers', () => {
  it('is right on each day where it is told again when that is due, and names no day before it is near, nor after', () =>
    fc.assert(
      fc.property(coverage, (all) => {
        let told = toldOn(all, first);
        let due = tellAgainOn(all, first, null);
        for (let number = 0; number <= horizon; number++) {
          const today = day(number);
          if (due !== null && due <= today) {
            told = toldOn(all, today);
            due = tellAgainOn(all, today, null);
            for (const { from, to } of told)
              for (const named of [from, to])
                if (named !== null && named !== first)
                  expect([today <= named, named <= addDays(today, notice)]).toEqual([true, true]);
          }
          for (const person of ['alma', 'bo'])
            expect([today, stateOn(told, person, today)]).toEqual([today, stateOn(all, person, today)]);
          expect(coverOn(all, today).map(({ personId, state }) => [personId, state])).toEqual(
            ['alma', 'bo'].map((person) => [person, stateOn(all, person, today)]),
          );
        }
        expect(due).toBeNull();
      }),
      { numRuns: 40 },
    ));

  it('is told again for no day on which the basis itself is over', () => {
    const all: CoverPeriod[] = [
      { personId: 'alma', state: 'covered', from: first, to: day(100) },
      { personId: 'alma', state: 'incomplete', from: day(100), to: null },
    ];
    expect([tellAgainOn(all, first, null), tellAgainOn(all, first, day(100))]).toEqual([day(70), null]);
  });
});
