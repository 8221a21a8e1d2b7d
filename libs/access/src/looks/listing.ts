import type { Tx } from '@helhed/database';
import type { AccessFacts } from '../decision/access-facts.js';
import type { SectionName } from '../decision/sections.js';
import type { AccessQuery } from '../decision/sql/access-query.js';

/** A section of each thing of a list, or of some of them. */
export interface By {
  readonly section: SectionName;
  /** `uuid[]` of the one member, child or household, where the section is one of several */
  readonly persons?: string;
  /** A condition: of which things it is; of all unless given */
  readonly of?: string;
}

/** The items of one thing: all of them are in the list, or none, and it is decided on once, however many they are. */
export interface Several {
  /** The alias of the things */
  readonly thing: string;
  /** The items, under an alias of their own */
  readonly from: string;
  /** Which of them are the thing's */
  readonly where: string;
}

/** A list of things as SQL: what its one statement is put together from. */
export interface Listing {
  /** The things, under the alias that their `ThingInSql` uses */
  readonly from: string;
  /** Conditions on them, the municipality among them */
  readonly where: readonly string[];
  /** The sections whose fields a filter or the order is over: an item that does not show them is not in the list (A-LST-03) */
  readonly by?: SectionName | readonly By[] | undefined;
  /** Where a thing has several items, such as its changes; otherwise each thing is one */
  readonly several?: Several | undefined;
  /** What an item is made from, by its name: `{ id: 't.id' }` */
  readonly columns: Readonly<Record<string, string>>;
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
  /** As of `query.countedAt` */
  readonly countedAt: string | null;
}

interface Total {
  readonly counted: number;
  readonly countedAt: string | null;
}

/** Total and page of one moment: of the things that the actor reaches, and no others (A-LST-01). */
export async function list<T extends object>(tx: Tx, query: AccessQuery, listing: Listing): Promise<Listed<T>> {
  const { from, where, by = [], several, columns, after, order, limit } = listing;
  const each: readonly By[] = typeof by === 'string' ? [{ section: by }] : by;
  const things = `${from} WHERE ${[...where, query.reached, ...each.map((one) => shownOf(query, one))].join(' AND ')}`;
  const epochs = ['NULL', ...each.map(({ section, persons, of }) => query.countedAt(section, persons, of))].join(', ');
  const counted = several
    ? `coalesce(sum((SELECT count(*) FROM ${several.from} WHERE ${several.where})), 0)`
    : 'count(*)';
  const total = `SELECT ${counted}::int AS counted, least(${epochs})::text AS "countedAt" FROM ${things}`;
  const items = several ? `listed_thing ${several.thing} JOIN ${several.from} ON ${several.where} WHERE true` : things;
  const found = await query.page<T & Total>(tx, {
    with: [
      `listed_total AS (${total})`,
      // decided on before its items are joined to it
      ...(several ? [`listed_thing AS MATERIALIZED (SELECT ${several.thing}.* FROM ${things})`] : []),
    ].join(),
    columns: {
      ...columns,
      counted: '(SELECT t.counted FROM listed_total t)',
      countedAt: '(SELECT t."countedAt" FROM listed_total t)',
    },
    from: `${after ? `${items} AND ${after}` : items} ORDER BY ${order} LIMIT ${query.value(limit, 'int')}`,
  });
  // behind the last item there is a total still
  const told = found[0] ?? (after ? (await query.rows<Total>(tx, total))[0] : undefined);
  return { rows: found, total: told?.counted ?? 0, countedAt: told?.countedAt ?? null };
}

const shownOf = (query: AccessQuery, { section, persons, of }: By): string => {
  const shown = query.shown(section, persons);
  return of === undefined ? shown : `(NOT (${of}) OR ${shown})`;
};
