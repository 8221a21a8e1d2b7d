import type { AccessQuery, Look } from '@helhed/access';
import type { FigureCode } from '@helhed/contracts';
import { familiesAsked, familiesOf, selections } from './figures.js';
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

/** In the parts of a figure: how many are counted for whoever looks, and how many there are. */
export interface Families {
  readonly counted: number;
  readonly all: number;
}

/** The rows behind each figure of a period, counted; by the figure whose rows they are. */
export class Counts {
  constructor(private readonly counts: readonly Omit<Count, 'countedAt'>[]) {}

  total(name: FigureCode): number {
    return this.#of(name).reduce((sum, { count }) => sum + count, 0);
  }

  /** By reason, in the order of the codes. */
  parts(name: FigureCode): { code: string; value: number }[] {
    const known = this.#of(name).flatMap(({ part, count }) => (part === null ? [] : [{ code: part, value: count }]));
    return known.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  histogram(name: FigureCode): Histogram {
    return this.#of(name).flatMap(({ part, count }) => (part === null ? [] : [{ value: Number(part), count }]));
  }

  /** Those in the figure's parts, where they were counted too. */
  families(name: FigureCode): Families {
    const sum = (of: string): number => this.#of(of).reduce((total, { count }) => total + count, 0);
    return { counted: sum(familiesOf(name)), all: sum(`all ${familiesOf(name)}`) };
  }

  #of(name: string): Omit<Count, 'countedAt'>[] {
    return this.counts.filter(({ selection }) => selection === name);
  }
}

/**
 * One statement, so one snapshot: never half an old generation and half a new one. The decision stands in it once, over the
 * rows of all figures: planned for each, it would take longer to plan than to count. Rows of families about whom it could
 * say nothing of their own are one row by then: they are nearly all.
 */
export function countStatement(look: Look, query: AccessQuery, period: Period, families = false): string {
  const { near, apart, which, countedAt } = countable(query);
  const selected = ([name, selection]: readonly [string, Selection]): string =>
    `SELECT '${name}' AS selection, CASE WHEN ${apart} THEN c.family_id END AS family_id, c.programme, c.part,
       sum(c.count)::int AS count, count(*)::int AS many
     FROM ${selectedRows(look, query, selection, period)} GROUP BY 2, 3, 4`;
  return `WITH near AS MATERIALIZED (${near}),
    c AS MATERIALIZED (${[...selections, ...(families ? familiesAsked : [])].map(selected).join('\nUNION ALL\n')})
    SELECT c.selection, c.part, sum(c.count)::int AS count, (${countedAt})::text AS "countedAt"
    FROM c WHERE ${which} GROUP BY c.selection, c.part${families ? all : ''}`;
}

const all = `
    UNION ALL SELECT 'all ' || c.selection, NULL, sum(c.many)::int, NULL FROM c
    WHERE c.selection IN (${familiesAsked.map(([name]) => `'${name}'`).join(', ')}) GROUP BY c.selection`;

/** @param families whether those in parts that owners were asked for are counted too. @throws DomainError `consent-unavailable` where rows are shown, and so counted, on a revocable ground without a lease */
export async function count(look: Look, period: Period, families: boolean): Promise<Counts> {
  const query = look.query(rowThing);
  const counts = await query.rows<Count>(look.tx, countStatement(look, query, period, families));
  for (const { countedAt } of counts) look.counted(countedAt);
  return new Counts(counts);
}
