import fc from 'fast-check';
import { percentile, sizeOf, type Histogram } from './percentile.js';

const values = fc.array(fc.integer({ min: -5, max: 400 }), { maxLength: 300 });
const percents = fc.integer({ min: 1, max: 100 });

const histogramOf = (all: readonly number[]): Histogram =>
  [...Map.groupBy(all, (value) => value)].map(([value, group]) => ({ value, count: group.length }));

/** By the definition, word for word, and with whole numbers only. */
function naive(all: readonly number[], percent: number): number | null {
  const enough = all.filter((value) => all.filter((each) => each <= value).length * 100 >= percent * all.length);
  return enough.length > 0 ? Math.min(...enough) : null;
}

describe('a percentile by nearest rank', () => {
  it('is what the definition says, of any values', () => {
    fc.assert(
      fc.property(values, percents, (all, percent) =>
        expect(percentile(histogramOf(all), percent)).toBe(naive(all, percent)),
      ),
    );
  });

  it('is a value that occurred, and grows with the percent', () => {
    fc.assert(
      fc.property(values, percents, percents, (all, a, b) => {
        const [low, high] = [
          percentile(histogramOf(all), Math.min(a, b)),
          percentile(histogramOf(all), Math.max(a, b)),
        ];
        if (all.length === 0) return expect(low).toBeNull();
        expect(all).toContain(low);
        expect(high).toBeGreaterThanOrEqual(low as number);
      }),
    );
  });

  it('does not depend on the order in which the values come', () => {
    fc.assert(
      fc.property(values, percents, (all, percent) =>
        expect(percentile(histogramOf(all), percent)).toBe(percentile(histogramOf(all.toReversed()), percent)),
      ),
    );
  });

  it.each([
    [[], 50, null],
    [[7], 50, 7],
    [[10, 20], 50, 10],
    [[10, 20], 90, 20],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 70, 7], // 0.7 × 10 is 7.000000000000001
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 100, 10],
  ])('%j at %i %%: %p', (all, percent, expected) => {
    expect(percentile(histogramOf(all), percent)).toBe(expected);
  });

  it('counts what it is computed over', () => {
    fc.assert(fc.property(values, (all) => expect(sizeOf(histogramOf(all))).toBe(all.length)));
  });
});
