import { askedPerson, asksOfItself, Looks, personThing, type AccessFacts, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { custodyUntilMajority } from '../custody/custody-until-majority.js';
import { viewsOf } from './child-view-thing.js';
import type { ChildViewQuery, OwnChildView } from './child-views.dto.js';
import { columnsOfView, toOwnChildView, type ChildViewRow } from './show-child-view.js';

interface Asked {
  readonly facts: AccessFacts;
  readonly total: number;
  readonly rows: readonly ChildViewRow[];
}

const what = { da: 'Personen', en: 'The person' };
const person = personThing(acts.listOwnChildViews.sections);
const row = Object.entries(columnsOfView).map(([name, column]) => `${column} AS "${name}"`);

@Injectable()
export class FindOwnChildViews {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /**
   * All of one's own; of a child in one's custody those that are open, as if there were no others (A-FAM-17).
   * @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease
   */
  async ofPerson(actor: Actor, id: string, asked: ChildViewQuery): Promise<Page<OwnChildView>> {
    const list = `child views of ${id}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listOwnChildViews, async (look) => {
      const { tx } = look;
      const query = look.query(person);
      const from = askedPerson(query, { person: id, sub: actor.sub, today: tx.today, custody: custodyUntilMajority });
      const [after, limit] = [query.value(last ?? null, 'uuid'), query.value(asked.limit + 1, 'int')];
      const known = `child_view v WHERE ${viewsOf('p.id', asksOfItself)}`;
      const [found] = await query.rows<Asked>(
        tx,
        `SELECT ${query.facts} AS facts, (SELECT count(*)::int FROM ${known}) AS total,
           (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
             SELECT ${row.join(', ')} FROM ${known} AND (${after} IS NULL OR v.id > ${after})
             ORDER BY v.id LIMIT ${limit}) page) AS rows
         FROM ${from} WHERE ${query.related}`,
      );
      look.one(query, found?.facts, what);
      const { rows, total } = found as Asked;
      return this.paging.page(
        list,
        asked,
        rows,
        total,
        (each) => toOwnChildView(each, tx),
        (each) => [each.id],
      );
    });
  }
}
