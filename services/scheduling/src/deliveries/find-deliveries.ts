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
import { deliveryColumns, programmeOf, toDeliveries, type DeliveryRow } from './delivery-rows.js';

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
        where: `d.family_id = ${page.value(familyId, 'uuid')}
          AND (d.session_id IS NULL OR ${programmeOf} = ANY (${page.value(reached, 'text[]')}))`,
        recipient: 'd.recipient_id',
        last: this.paging.after(list, asked)?.[0],
        limit: asked.limit + 1,
      });
      const [found] = await page.rows<Omit<Found, 'facts'>>(look.tx, `SELECT ${columns}`);
      return this.#page(look, list, asked, found);
    });
  }

  /**
   * What the citizen, or the child in its custody, was given or told of by. To whom else something of the child was given is
   * not named: another adult is nobody's to see (A-CIT-05).
   * @throws DomainError `not-found`; `consent-unavailable` (503) for a child, without a lease
   */
  ofPerson(actor: Actor, person: string, asked: DeliveryQuery): Promise<Page<DeliveryView>> {
    return this.looks.at(actor, acts.listOwnDeliveries, async (look) => {
      const query = look.query(personThing(acts.listOwnDeliveries.sections));
      const list = `deliveries to ${person}`;
      const page = deliveryColumns(query, {
        where: concerns,
        recipient: 'CASE WHEN d.recipient_id IN (p.id, p.asker) THEN d.recipient_id END',
        last: this.paging.after(list, asked)?.[0],
        limit: asked.limit + 1,
      });
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

// before each had a recipient, it was given to the whole family
const concerns = `d.family_id = ANY (ARRAY(
    SELECT m.family_id FROM enrolled_member m WHERE m.municipality = helhed.tenant() AND m.person_id = p.id
    UNION SELECT r.family_id FROM referred_family r WHERE r.municipality = helhed.tenant() AND p.id = ANY (r.persons)))
  AND (d.recipient_id IS NULL OR d.recipient_id = p.id OR p.id = ANY (d.persons))`;
