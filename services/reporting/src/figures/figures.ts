import type { FigureCode } from '@helhed/contracts';
import type { Counts } from './counts.js';
import { percentile, sizeOf } from './percentile.js';
import type { SelectionName } from './selections.js';

/** How a figure is computed; what it means is in definitions.ts. */
export interface Figure {
  /** The rows behind it. */
  readonly rows: SelectionName;
  readonly value: (counts: Counts) => number | null;
  readonly denominator?: (counts: Counts) => number;
  /** Counted apart, by reason. */
  readonly parts?: boolean;
}

const countOf = (rows: SelectionName, rest: Partial<Figure> = {}): Figure => ({
  rows,
  value: (counts) => counts.total(rows),
  ...rest,
});

const triaged = (counts: Counts): number => counts.total('accepted') + counts.total('declined');

const waitingDays = (percent: number): Figure => ({
  rows: 'places-assigned',
  value: (counts) => percentile(counts.histogram('places-assigned'), percent),
  denominator: (counts) => sizeOf(counts.histogram('places-assigned')),
});

export const figures: Readonly<Record<FigureCode, Figure>> = {
  referred: countOf('referred'),
  accepted: countOf('accepted', { denominator: triaged }),
  declined: countOf('declined', { denominator: triaged, parts: true }),
  withdrawn: countOf('withdrawn', { parts: true }),
  waiting: countOf('waiting'),
  'places-assigned': countOf('places-assigned'),
  'waiting-days-median': waitingDays(50),
  'waiting-days-p90': waitingDays(90),
  'families-enrolled': countOf('families-enrolled'),
  'sessions-held': countOf('sessions-held'),
  'theme-evenings-held': countOf('theme-evenings-held'),
};
