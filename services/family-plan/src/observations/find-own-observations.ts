import { askedPerson, asksOfItself, Looks, personThing, type AccessFacts, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { custodyUntilMajority } from '../custody/custody-until-majority.js';
import { isThere } from './observation-thing.js';
import type { ObservationQuery, OwnObservation } from './observations.dto.js';
import { columnsOfObservation, toOwnObservation, type OwnObservationRow } from './show-observation.js';

interface Asked {
  readonly facts: AccessFacts;
  readonly total: number;
  readonly rows: readonly OwnObservationRow[];
}

const what = { da: 'Personen', en: 'The person' };
const person = personThing(acts.listOwnObservations.sections);
/** What was seen is about both: the child itself reads it, and the parent who was observed, also as the child's. */
const notes = `CASE WHEN ${asksOfItself} OR o.parent_id = p.asker THEN ${columnsOfObservation.notes} END`;
const row = Object.entries({ ...columnsOfObservation, notes }).map(([name, column]) => `${column} AS "${name}"`);
/** A child's; and of oneself those in which one was the parent. */
const known = `observation o WHERE ${isThere} AND (o.person_id = p.id OR (o.parent_id = p.id AND ${asksOfItself}))`;

@Injectable()
export class FindOwnObservations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease */
  async ofPerson(actor: Actor, id: string, asked: ObservationQuery): Promise<Page<OwnObservation>> {
    const list = `observations of ${id}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listOwnObservations, async (look) => {
      const { tx } = look;
      const query = look.query(person);
      const from = askedPerson(query, { person: id, sub: actor.sub, today: tx.today, custody: custodyUntilMajority });
      const [after, limit] = [query.value(last ?? null, 'uuid'), query.value(asked.limit + 1, 'int')];
      const [found] = await query.rows<Asked>(
        tx,
        `SELECT ${query.facts} AS facts, (SELECT count(*)::int FROM ${known}) AS total,
           (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
             SELECT ${row.join(', ')} FROM ${known} AND (${after} IS NULL OR o.id > ${after})
             ORDER BY o.id LIMIT ${limit}) page) AS rows
         FROM ${from} WHERE ${query.related}`,
      );
      look.one(query, found?.facts, what);
      const { rows, total } = found as Asked;
      const view = (each: OwnObservationRow) => toOwnObservation(each, tx);
      return this.paging.page(list, asked, rows, total, view, (each) => [each.id]);
    });
  }
}
