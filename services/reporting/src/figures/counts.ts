import type { AccessQuery, Look } from '@helhed/access';
import type { FigureCode } from '@helhed/contracts';
import { selections } from './figures.js';
import type { Histogram } from './percentile.js';
import { rowThing } from './row-thing.js';
import { countable, selectedRows, type Period } from './selected-rows.js';
import type { Selection } from './selection.js';

interface Count {
  readonly selection: string;
  readonly part: string | null;
  readonly count: number;
  readonly countedAt: string | null;
}

/** The rows behind each figure of a period, counted; by the figure whose rows they are. */
export class Counts {
  constructor(private readonly counts: readonly Omit<Count, 'countedAt'>[]) {}

  total(name: FigureCode): number {
    return this.#of(name).reduce((sum, { count }) => sum + count, 0);
  }

  /** By reason, in the order of the codes. @param selection whose parts: `partsOf` the figure */
  parts(selection: string): { code: string; value: number }[] {
    const known = this.#of(selection).flatMap(({ part, count }) =>
      part === null ? [] : [{ code: part, value: count }],
    );
    return known.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  histogram(name: FigureCode): Histogram {
    return this.#of(name).flatMap(({ part, count }) => (part === null ? [] : [{ value: Number(part), count }]));
  }

  #of(name: string): Omit<Count, 'countedAt'>[] {
    return this.counts.filter(({ selection }) => selection === name);
  }
}

/**
 * One statement, so one snapshot: never half an old generation and half a new one. The decision stands in it once, over the
 * rows of all figures: planned for each, it would take longer to plan than to count.
 */
export function countStatement(look: Look, query: AccessQuery, period: Period): string {
  const { which, countedAt } = countable(look, query);
  const selected = ([name, selection]: readonly [string, Selection]): string =>
    `SELECT '${name}' AS selection, c.* FROM ${selectedRows(look, query, selection, period)}`;
  return `WITH c AS MATERIALIZED (${selections.map(selected).join('\nUNION ALL\n')})
    SELECT c.selection, c.part, sum(c.count)::int AS count, (${countedAt})::text AS "countedAt"
    FROM c WHERE ${which} GROUP BY c.selection, c.part`;
}

/** @throws DomainError `consent-unavailable` where rows are shown, and so counted, on a revocable ground without a lease */
export async function count(look: Look, period: Period): Promise<Counts> {
  const query = look.query(rowThing);
  const counts = await query.rows<Count>(look.tx, countStatement(look, query, period));
  for (const { countedAt } of counts) look.counted(countedAt);
  return new Counts(counts);
}
