import type { Tx } from '@helhed/database';
import type { AccessFacts } from '../decision/access-facts.js';
import type { AccessQuery } from '../decision/sql/access-query.js';
import type { SectionName } from '../decision/sections.js';

/** A list of things as SQL: what its one statement is put together from. */
export interface Listing {
  /** The things, under the alias that their `ThingInSql` uses */
  readonly from: string;
  /** Conditions on them, the municipality among them */
  readonly where: readonly string[];
  /** The section whose fields a filter or the order is over: an item that does not show it is not in the list (A-LST-03) */
  readonly by?: SectionName | undefined;
  /** SQL of the fields that an item is made from, each with its name */
  readonly columns: readonly string[];
  /** A condition: behind the page before. It is no part of the total */
  readonly after?: string | undefined;
  readonly order: string;
  readonly limit: number;
}

export interface Listed<T> {
  /** Up to `limit` of them, in order, each with what is decided on */
  readonly rows: readonly (T & { readonly facts: AccessFacts })[];
  /** How many there are on all pages */
  readonly total: number;
  /** Whether one is counted on a revocable ground only: a total needs a lease then, as what is shown does (A-LEA-01) */
  readonly isRevocable: boolean;
}

type Row<T> = T & { facts: AccessFacts | null; counted: number; revocable: boolean | null };

/** Total and page of one moment: of the things that the actor reaches, and no others (A-LST-01). */
export async function list<T extends object>(tx: Tx, query: AccessQuery, listing: Listing): Promise<Listed<T>> {
  const { from, where, by, columns, after, order, limit } = listing;
  const items = [...where, query.reached, ...(by ? [query.shown(by)] : [])].join(' AND ');
  const rows = await query.rows<Row<T>>(
    tx,
    `WITH listed_total AS (SELECT count(*)::int AS counted, ${by ? `bool_or(${query.revocable(by)})` : 'false'} AS revocable
       FROM ${from} WHERE ${items}),
     listed_page AS (SELECT ${[...columns, `${query.facts} AS facts`, `row_number() OVER (ORDER BY ${order}) AS listed_at`].join(', ')}
       FROM ${from} WHERE ${[items, ...(after ? [after] : [])].join(' AND ')} ORDER BY ${order} LIMIT ${query.value(limit, 'int')})
     SELECT * FROM listed_total LEFT JOIN listed_page ON true ORDER BY listed_at`,
  );
  const [first] = rows;
  const found = rows.filter((row): row is Row<T> & { facts: AccessFacts } => row.facts !== null);
  return { rows: found, total: first?.counted ?? 0, isRevocable: first?.revocable ?? false };
}
