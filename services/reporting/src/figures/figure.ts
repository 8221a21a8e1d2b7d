import type { FigureCode } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import type { Counts } from './counts.js';
import type { Parts } from './parts.js';
import type { Selection } from './selection.js';

export const units = [
  'referrals',
  'families',
  'adults',
  'children',
  'places',
  'days',
  'sessions',
  'theme-evenings',
  'persons',
  'attendances',
  'conversations',
  'goals',
] as const;

/** What a figure means. A change of meaning is a higher version, and old reports keep the one that they were made by. */
export interface FigureDefinition {
  readonly version: number;
  readonly name: Text;
  readonly definition: Text;
  readonly unit: (typeof units)[number];
  /** What the figure is a part of, or computed over; null for a plain count. */
  readonly denominator: Text | null;
}

/** Parts by what no event says and an owner was asked: of a year alone, told once. In SQL, with a selection's parameters. */
export interface AskedParts {
  /** Each family that is in the parts, once; of none that is not known the count is nought. */
  readonly families: Selection;
  /** A query of `part` and `count`. */
  readonly parts: string;
  /** A query of the ids by which the owner is asked. */
  readonly things: string;
}

/** A figure whole: what it means, the rows behind it and how it is computed from their counts. */
export interface Figure extends FigureDefinition {
  /** The rows behind it; or the figure whose rows they are. */
  readonly rows: Selection | FigureCode;
  /** How many rows there are, unless said. */
  readonly value?: (counts: Counts) => number | null;
  readonly over?: (counts: Counts) => number;
  /** Counted apart: by what, and what the parts are called. */
  readonly parts?: Parts;
  /** What the parts are counted from, where no event says it and the rows do not. */
  readonly asked?: AskedParts;
}

/** Some of the figures: each file of `counted` has those of one read model. */
export type Figures<C extends FigureCode> = Readonly<Record<C, Figure>>;
