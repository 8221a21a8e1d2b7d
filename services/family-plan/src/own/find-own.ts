import { askedPerson, Looks, personThing, type Act, type AccessFacts, type Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { custodyUntilMajority } from '../custody/custody-until-majority.js';

/** What is kept of persons that each reads of itself, and of a child in custody. */
export interface OwnKind<Row extends { readonly id: string }, View> {
  readonly act: Act;
  /** Its table, under the alias that the rest names it by */
  readonly table: string;
  readonly alias: string;
  /** SQL: which of them are known to whoever asks, `p.asker`, of the person `p.id`: in the page and in the total */
  readonly known: string;
  readonly columns: Record<keyof Row, string>;
  readonly view: (row: Row, tx: Tx) => View;
}

interface Found<Row> {
  readonly facts: AccessFacts;
  readonly total: number;
  readonly rows: readonly Row[];
}

const what = { da: 'Personen', en: 'The person' };

@Injectable()
export class FindOwn {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** In the order in which they came. @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease */
  async ofPerson<Row extends { readonly id: string }, View>(
    kind: OwnKind<Row, View>,
    actor: Actor,
    id: string,
    asked: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<View>> {
    const { act, table, alias, known, columns } = kind;
    const list = `${act.act} of ${id}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, act, async (look) => {
      const { tx } = look;
      const query = look.query(personThing(act.sections));
      const whom = askedPerson(query, { person: id, sub: actor.sub, today: tx.today, custody: custodyUntilMajority });
      const [after, limit] = [query.value(last ?? null, 'uuid'), query.value(asked.limit + 1, 'int')];
      const from = `${table} ${alias} WHERE ${known}`;
      const row = Object.entries<string>(columns).map(([name, column]) => `${column} AS "${name}"`);
      const [found] = await query.rows<Found<Row>>(
        tx,
        `SELECT ${query.facts} AS facts, (SELECT count(*)::int FROM ${from}) AS total,
           (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
             SELECT ${row.join(', ')} FROM ${from} AND (${after} IS NULL OR ${alias}.id > ${after})
             ORDER BY ${alias}.id LIMIT ${limit}) page) AS rows
         FROM ${whom} WHERE ${query.related}`,
      );
      look.one(query, found?.facts, what);
      const { rows, total } = found as Found<Row>;
      const view = (each: Row) => kind.view(each, tx);
      return this.paging.page(list, asked, rows, total, view, (each) => [each.id]);
    });
  }
}
