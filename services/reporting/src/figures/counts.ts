import type { AccessQuery, Look } from '@helhed/access';
import type { Histogram } from './percentile.js';
import { rowThing } from './row-thing.js';
import { countable, selectedRows, type Period } from './selected-rows.js';
import { selections, type Selection, type SelectionName } from './selections.js';

interface Count {
  readonly selection: string;
  readonly part: string | null;
  readonly count: number;
  readonly countedAt: string | null;
}

/** Every selection of a period, counted. */
export class Counts {
  constructor(private readonly counts: readonly Omit<Count, 'countedAt'>[]) {}

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

  #of(name: SelectionName): Omit<Count, 'countedAt'>[] {
    return this.counts.filter(({ selection }) => selection === name);
  }
}

/** One statement, so one snapshot: never half an old generation and half a new one. */
export function countStatement(look: Look, query: AccessQuery, period: Period): string {
  const { which, countedAt } = countable(look, query);
  const counted = ([name, selection]: [string, Selection]): string =>
    `SELECT '${name}' AS selection, c.part, count(*)::int AS count, (${countedAt})::text AS "countedAt"
     FROM ${selectedRows(look, query, selection, period)} WHERE ${which} GROUP BY c.part`;
  return Object.entries<Selection>(selections).map(counted).join('\nUNION ALL\n');
}

/** @throws DomainError `consent-unavailable` where rows are shown, and so counted, on a revocable ground without a lease */
export async function count(look: Look, period: Period): Promise<Counts> {
  const query = look.query(rowThing);
  const counts = await query.rows<Count>(look.tx, countStatement(look, query, period));
  for (const { countedAt } of counts) look.counted(countedAt);
  return new Counts(counts);
}
