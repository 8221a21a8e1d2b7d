import type { FigureCode } from '@helhed/contracts';
import { keyOf, knownBounds, type Bound } from './known-bounds.js';
import { mark, rangeOf, type Range } from './range.js';
import { reckon, type Ranges } from './reckon.js';

/** What is asked for most comes first: what comes later is withheld for its sake. Figures not named here come last. */
const order: readonly FigureCode[] = [
  'referred',
  'accepted',
  'declined',
  'places-assigned',
  'families-enrolled',
  'children-enrolled',
  'started',
  'completed',
  'dropped',
  'adults-enrolled',
];

/**
 * Which figures of a year are released, each as a range; null is withheld. A small number, a share of 0 % and one of 100 % are
 * in ranges that say neither. Whether a figure is withheld rests on what was released before it and never on its own
 * number: on whether *some* number of it would let a small one be known more closely. So that it is withheld tells nothing.
 * @param earlier what was released of other years: by `keyOf`
 */
export function protect(
  year: number,
  counts: ReadonlyMap<FigureCode, number>,
  earlier: { readonly years: readonly number[]; readonly ranges: Ranges },
): Map<FigureCode, Range | null> {
  const bounds = knownBounds([...earlier.years, year].sort((a, b) => a - b));
  const released = new Map(earlier.ranges);
  const inOrder = [...counts].toSorted(([a], [b]) => placeOf(a) - placeOf(b));
  return new Map(
    inOrder.map(([code, count]) => {
      const key = keyOf({ year, code });
      if (couldTell(key, released, bounds)) return [code, null];
      const range = rangeOf(count);
      released.set(key, range);
      return [code, range];
    }),
  );
}

const placeOf = (code: FigureCode): number => (order.includes(code) ? order.indexOf(code) : order.length);

/** Whether some number, released beside these, would let a small number be known more closely than the mark. */
function couldTell(key: string, released: Ranges, bounds: readonly Bound[]): boolean {
  // more than all others together fits with nothing, or bounds nothing
  const most = [...released.values()].reduce((sum, { to }) => sum + to, mark);
  for (let value = 0; value <= most; value += mark) {
    const known = reckon(new Map([...released, [key, rangeOf(value)]]), bounds);
    if (known && [...known.values()].some(tellsOfFew)) return true;
  }
  return false;
}

const tellsOfFew = ({ from, to }: Range): boolean => from < mark && to - from < mark - 1;
