import {
  askedPerson,
  heldRelations,
  Looks,
  personThing,
  type AccessFacts,
  type Actor,
  type Look,
} from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../groups/group-things.js';
import type { DeliveryQuery, DeliveryView } from './deliveries.dto.js';
import { deliveryColumns, toDeliveries, type DeliveryRow } from './delivery-rows.js';

interface Found {
  readonly facts: AccessFacts;
  readonly rows: readonly DeliveryRow[];
  readonly total: number;
}

/** What was given out of families' calendars and cannot be called back (A-SCH-23). */
@Injectable()
export class FindDeliveries {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /**
   * Of the family's feeds, and of invitations by groups of the programmes in which it is reached.
   * @throws DomainError `not-found` where the family is not there or out of reach
   */
  ofFamily(actor: Actor, familyId: string, asked: DeliveryQuery): Promise<Page<DeliveryView>> {
    return this.looks.at(actor, acts.listDeliveries, async (look) => {
      const query = look.query(familyThing);
      const list = `deliveries of ${familyId}`;
      const [row] = await query.rows<Pick<Found, 'facts'>>(
        look.tx,
        `SELECT ${query.facts} AS facts FROM (SELECT ${query.value(familyId, 'uuid')}) f (id)`,
      );
      look.one(query, row?.facts, { da: 'Familien', en: 'The family' });
      const reached = heldRelations(query.question, row!.facts).map(({ programme }) => programme);
      const page = look.query(familyThing);
      const columns = deliveryColumns(page, {
        families: `ARRAY[${page.value(familyId, 'uuid')}]`,
        programmes: page.value(reached, 'text[]'),
        last: this.paging.after(list, asked)?.[0],
        limit: asked.limit + 1,
      });
      const [found] = await page.rows<Omit<Found, 'facts'>>(look.tx, `SELECT ${columns}`);
      return this.#page(look, list, asked, found);
    });
  }

  /**
   * Of the families that the citizen, or the child in its custody, is in.
   * @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease
   */
  ofPerson(actor: Actor, person: string, asked: DeliveryQuery): Promise<Page<DeliveryView>> {
    return this.looks.at(actor, acts.listOwnDeliveries, async (look) => {
      const query = look.query(personThing(acts.listOwnDeliveries.sections));
      const list = `deliveries to ${person}`;
      const last = this.paging.after(list, asked)?.[0];
      const page = deliveryColumns(query, { families: familiesOf('p.id'), last, limit: asked.limit + 1 });
      const { today } = look.tx;
      const the = askedPerson(query, { person, sub: actor.sub, today, custody: 'helhed.custody_replica' });
      const [row] = await query.rows<Found>(
        look.tx,
        `SELECT ${query.facts} AS facts, ${page} FROM ${the} WHERE ${query.related}`,
      );
      look.one(query, row?.facts, { da: 'Personen', en: 'The person' });
      look.log((row?.rows ?? []).map(({ familyId }) => familyId));
      return this.#page(look, list, asked, row);
    });
  }

  async #page(
    look: Look,
    list: string,
    asked: DeliveryQuery,
    found: Omit<Found, 'facts'> | undefined,
  ): Promise<Page<DeliveryView>> {
    const views = await toDeliveries(look, found?.rows ?? []);
    return this.paging.page(
      list,
      asked,
      views,
      found?.total ?? 0,
      (view) => view,
      ({ id }) => [id],
    );
  }
}

const familiesOf = (person: string): string => `ARRAY(
  SELECT m.family_id FROM enrolled_member m WHERE m.municipality = helhed.tenant() AND m.person_id = ${person}
  UNION SELECT r.family_id FROM referred_family r WHERE r.municipality = helhed.tenant() AND ${person} = ANY (r.persons))`;
