import type { FigureCode } from '@helhed/contracts';
import fc from 'fast-check';
import { Attacker, type Published } from '../../test/attacker.js';
import { cases, countsOf, years, type Case } from '../../test/cases.js';
import { daysReleased } from './days.js';
import { keyOf } from './known-bounds.js';
import { protect } from './protect.js';
import { mark, rangeOf, type Range } from './range.js';

/** Year by year, as they are released. */
function releasesOf(all: readonly Case[]): Published[] {
  const released: Published[] = [];
  for (const [at, counts] of countsOf(all).entries()) {
    const ranges = new Map(
      released.flatMap(({ year, figures }) =>
        [...figures].flatMap(([code, range]) => (range ? [[keyOf({ year, code }), range] as [string, Range]] : [])),
      ),
    );
    const earlier = { years: released.map(({ year }) => year), ranges };
    released.push({ year: years[at] as number, figures: protect(years[at] as number, counts, earlier) });
  }
  return released;
}

/** The same, with nothing withheld. */
const rangesAlone = (all: readonly Case[]): Published[] =>
  countsOf(all).map((counts, at) => ({
    year: years[at] as number,
    figures: new Map([...counts].map(([code, count]) => [code, rangeOf(count)])),
  }));

let attacker: Attacker;
beforeAll(async () => {
  attacker = await Attacker.start();
});

/** The small numbers that somebody with all releases knows more closely than the mark. */
function found(all: readonly Case[], published: readonly Published[]): string[] {
  const exact = countsOf(all);
  return published.flatMap(({ year }, at) =>
    [...(exact[at] as Map<FigureCode, number>)].flatMap(([code, count]) => {
      if (count >= mark) return [];
      const known = attacker.closest(published, code, year);
      if (!known || known.from > count || known.to < count) throw new Error(`${code} of ${year} is not ${count}`);
      return known.to - known.from < mark - 1 ? [`${code} of ${year} is ${known.from}–${known.to}`] : [];
    }),
  );
}

describe('figures that are released', () => {
  it('let nobody who subtracts them, or other years’, know a small number more closely than five in a row', () => {
    fc.assert(
      fc.property(cases, (all) => {
        expect(found(all, releasesOf(all))).toEqual([]);
      }),
      { numRuns: process.env['HELHED_FULL'] ? 200 : 6 },
    );
  });

  it('would, were nothing withheld but by its range', () => {
    // four a year, all of them accepted in the second: then each year had at least one
    const common = {
      answer: 'accepted',
      place: 'given',
      placedAfter: 0,
      starts: true,
      end: 'none',
      endsAfter: 0,
    } as const;
    const all = Array.from({ length: 8 }, (_, at): Case => {
      const [received, answeredAfter] = at < 4 ? [0, 1] : [1, 0];
      return { ...common, received, answeredAfter, adults: 1, children: 1 };
    });
    expect(found(all, rangesAlone(all))).toContain('referred of 2023 is 1–4');
    expect(found(all, releasesOf(all))).toEqual([]);
  });

  it('are withheld for what was released before, never for their own number or a later one', () => {
    const other = fc.record({ all: cases, at: fc.nat(11), number: fc.nat(60) });
    fc.assert(
      fc.property(other, ({ all, at, number }) => {
        const [counts] = countsOf(all) as [Map<FigureCode, number>];
        const earlier = { years: [], ranges: new Map() };
        const before = [...protect(2025, counts, earlier)];
        const [changed] = before[at] as [FigureCode, Range | null];
        const after = [...protect(2025, new Map([...counts, [changed, number]]), earlier)];
        const withheld = (figures: typeof before) =>
          figures.slice(0, at + 1).map(([code, range]) => [code, range === null]);
        expect(withheld(after)).toEqual(withheld(before));
      }),
      { numRuns: 40 },
    );
  });

  it('are a range that the number is in, and most of a programme of the usual size is released', () => {
    const usual = fc.sample(cases, { numRuns: 30, seed: 2 }).filter((all) => all.length >= 20);
    for (const all of usual) {
      const figures = releasesOf(all).flatMap(({ figures: of }, at) =>
        [...of].map(([code, range]) => ({ code, range, at })),
      );
      const shown = figures.filter(({ range }) => range !== null);
      expect(shown.length / figures.length).toBeGreaterThan(0.5);
      for (const { code, range, at } of shown) {
        const count = countsOf(all)[at]?.get(code) as number;
        expect([range!.from <= count, count <= range!.to]).toEqual([true, true]);
      }
    }
    expect(usual.length).toBeGreaterThan(5);
  });
});

it.each([
  [34, 50, { from: 10, to: 14 }, { from: 28, to: 34 }],
  [34, 50, { from: 5, to: 9 }, null],
  [91, 90, { from: 45, to: 49 }, null],
  [91, 90, { from: 50, to: 54 }, { from: 91, to: 97 }],
  [34, 50, null, null],
  [null, 50, { from: 10, to: 14 }, null],
])('%p days at %i %% of %p places are released as %p', (days, percent, places, released) => {
  expect(daysReleased(days, percent, places)).toEqual(released);
});
