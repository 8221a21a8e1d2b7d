import type { FigureCode } from '@helhed/contracts';

/** One number of one release. */
export interface Cell {
  readonly year: number;
  readonly code: FigureCode;
}

export const keyOf = ({ year, code }: Cell): string => `${year} ${code}`;

/** What anybody can reckon without seeing a row: `less` together are never more than `more` together. */
export interface Bound {
  readonly less: readonly Cell[];
  readonly more: readonly Cell[];
}

type Side = readonly FigureCode[];

/** Of one year. */
const yearly: readonly (readonly [less: Side, more: Side])[] = [
  [['families-enrolled'], ['places-assigned']],
  [['families-enrolled'], ['adults-enrolled', 'children-enrolled']],
];

/** Of all years up to one, together. */
const upToNow: readonly (readonly [less: Side, more: Side])[] = [
  [['accepted', 'declined'], ['referred']],
  [['declined', 'withdrawn'], ['referred']],
  [['completed', 'dropped'], ['accepted']],
  [['started'], ['places-assigned']],
];

/**
 * What can be reckoned from the releases of a programme together: nothing is accepted that was not referred, in this year or
 * before. As if there were nothing before the first of them: whoever knows the programme's first year reckons so.
 */
export function knownBounds(years: readonly number[]): Bound[] {
  const first = Math.min(...years);
  return years.flatMap((year) => {
    const cells = (codes: Side): Cell[] => codes.map((code) => ({ year, code }));
    // a year without a release is a number that nobody knows
    const until = Array.from({ length: year - first + 1 }, (_, at) => first + at);
    const all = (codes: Side): Cell[] => until.flatMap((each) => codes.map((code) => ({ year: each, code })));
    return [
      ...yearly.map(([less, more]) => ({ less: cells(less), more: cells(more) })),
      ...upToNow.map(([less, more]) => ({ less: all(less), more: all(more) })),
      // who was accepted has a place, waits for one still, or has left; and who waits has none
      { less: all(['accepted']), more: [...all(['places-assigned', 'withdrawn']), ...cells(['waiting'])] },
      { less: [...all(['places-assigned']), ...cells(['waiting'])], more: all(['accepted']) },
    ];
  });
}
