import type { AccessQuery, Look } from '@helhed/access';
import { families } from './held-rows.js';
import type { Selection } from './selection.js';

/** A programme, and the first and the last day that are counted: dates in Denmark. */
export interface Period {
  readonly programme: string;
  readonly from: string;
  readonly to: string;
}

/** The rows of a selection as things, for a FROM: its own parameters, $1 to $4, become the query's. */
export function selectedRows({ tx }: Look, query: AccessQuery, selection: Selection, period: Period): string {
  const { from, where, id, family, on, count = '1', part = 'NULL' } = selection;
  const values = [query.value(tx.municipality, 'text'), query.value(period.programme, 'text')];
  const dates = [query.value(period.from, 'date'), query.value(period.to, 'date')];
  const statement = `(SELECT ${id} AS id, ${family} AS family_id, $2 AS programme, ${on} AS day, ${count} AS count,
      (${part})::text AS part
    FROM ${from} WHERE ${where}) c`;
  return statement.replace(/\$([1-4])\b/g, (_, n: string) => [...values, ...dates][Number(n) - 1] as string);
}

/** Which of them are counted for whoever looks. */
export interface Countable {
  /** A query of `id`: the families that anybody barred is in. They are few, and found first. */
  readonly near: string;
  /** Of which rows it depends on their family, as `near` is called: all others of a programme are decided alike. */
  readonly apart: string;
  readonly which: string;
  /** An aggregate for `Look.counted` */
  readonly countedAt: string;
}

/** The rows that a lead is shown (A-REP-03), but for those that section 7 bars. */
export function countable(query: AccessQuery): Countable {
  const near = `SELECT near.id FROM (${query.barredPersons}) barred (id) CROSS JOIN LATERAL (${families('barred.id')}) near (id)`;
  const isNear = 'c.family_id IN (SELECT near.id FROM near)';
  const unbarred = `((${isNear}) IS NOT TRUE OR ${query.unbarred})`;
  return {
    near,
    apart: `(${isNear} OR NOT ${query.standing('figure.row')})`,
    which: `${query.related} AND ${unbarred} AND ${query.shown('figure.row')}`,
    countedAt: query.countedAt('figure.row'),
  };
}
