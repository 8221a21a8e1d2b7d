import { median, quantile, rounded } from '../measure/figures.js';
import type { Findings } from '../report/bench.js';

/** What each course took, in milliseconds. */
export interface Sized {
  readonly bookings: number;
  readonly whole: number[];
  /** The yardstick: the same appointments and bookings, written plainly. */
  readonly plain: number[];
}

export function findings(sizes: readonly Sized[], plan: string): Findings {
  const [first, last] = [sizes[0], sizes.at(-1)] as [Sized, Sized];
  const amount = last.bookings.toLocaleString('en');
  const ratio = ({ whole, plain }: Sized) => median(whole.map((each, at) => each / (plain[at] ?? Number.NaN)));
  return {
    tables: [
      {
        title: '13 sessions, 3 evenings and 18 conversations of 6 families, placed, ms',
        rows: sizes.map((size) => ({
          bookings: size.bookings,
          'in one act p50': rounded(median(size.whole)),
          'in one act p95': rounded(quantile(size.whole, 0.95)),
          'yardstick: plain rows p50': rounded(median(size.plain)),
          'over yardstick': rounded(ratio(size)),
        })),
      },
    ],
    marks: [
      { what: `SP6 whole course among ${amount}, p50`, figure: rounded(median(last.whole)), unit: 'ms', atMost: 200 },
      {
        what: `SP6 whole course among ${amount}, p95`,
        figure: rounded(quantile(last.whole, 0.95)),
        unit: 'ms',
        atMost: 200,
      },
      {
        what: `SP6 the same, ${amount} over ${first.bookings.toLocaleString('en')}, p50`,
        figure: rounded(median(last.whole) / median(first.whole)),
        unit: '×',
        atMost: 1.3,
      },
    ],
    notes: [plan],
  };
}
