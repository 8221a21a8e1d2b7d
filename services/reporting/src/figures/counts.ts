import type { Tx } from '@helhed/database';
import type { Histogram } from './percentile.js';
import { selections, type Selection, type SelectionName } from './selections.js';

/** A programme, and the first and the last day that are counted: dates in Denmark. */
export interface Period {
  readonly programme: string;
  readonly from: string;
  readonly to: string;
}

interface Count {
  readonly selection: string;
  readonly part: string | null;
  readonly count: number;
}

/** Every selection of a period, counted. */
export class Counts {
  constructor(private readonly counts: readonly Count[]) {}

  total(name: SelectionName): number {
    return this.#of(name).reduce((sum, { count }) => sum + count, 0);
  }

  /** By reason, in the order of the codes. */
  parts(name: SelectionName): { code: string; value: number }[] {
    const known = this.#of(name).flatMap(({ part, count }) => (part === null ? [] : [{ code: part, value: count }]));
    return known.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  histogram(name: SelectionName): Histogram {
    return this.#of(name).flatMap(({ part, count }) => (part === null ? [] : [{ value: Number(part), count }]));
  }

  #of(name: SelectionName): Count[] {
    return this.counts.filter(({ selection }) => selection === name);
  }
}

const counted = ([name, { from, where, part = 'NULL' }]: [string, Selection]): string =>
  `SELECT '${name}' AS selection, (${part})::text AS part, count(*)::int AS count FROM ${from} WHERE ${where} GROUP BY 2`;

/** One statement, so one snapshot: never half an old generation and half a new one. */
export const countStatement = Object.entries<Selection>(selections).map(counted).join('\nUNION ALL\n');

export async function count(tx: Tx, { programme, from, to }: Period): Promise<Counts> {
  return new Counts(await tx.query<Count>(countStatement, [tx.municipality, programme, from, to]));
}
