import { Looks, type AccessFacts } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { acts } from '../acts.js';
import { referralThing } from '../referrals/referral-thing.js';
import { actorOf } from './claim-delivery.js';
import { isBehind, queueDeliveries } from './queue-deliveries.js';
import { Webhook } from './webhook.js';

interface Waiting {
  readonly id: string;
  readonly things: readonly string[];
}

/** Once a consent was taken back: what waits to be told on it is deleted, so that a later one does not bring it back. */
@Injectable()
export class DropWithheld {
  constructor(private readonly looks: Looks) {}

  /**
   * Of the family's referrals, and of those with one of the persons, as each webhook's system may hear of them by what is known
   * in this transaction. What has changed and is not queued yet is queued first; whoever queues it meanwhile is waited for.
   */
  async run(tx: Tx, familyId: string, persons: readonly string[]): Promise<void> {
    const waiting = await tx.query<Waiting>(whatWaits, [familyId, persons]);
    if (waiting.length === 0) return;
    const webhooks = await tx.manager.find(Webhook, {
      where: { municipality: tx.municipality, id: In(waiting.map(({ id }) => id)) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const webhook of webhooks) {
      while (await isBehind(tx, webhook.id)) await queueDeliveries(tx, webhook.id);
      const things = waiting.find(({ id }) => id === webhook.id)?.things ?? [];
      const withheld = await this.#withheld(tx, webhook, things);
      await tx.query(
        'DELETE FROM webhook_delivery WHERE municipality = helhed.tenant() AND webhook_id = $1 AND thing = ANY ($2::uuid[])',
        [webhook.id, withheld],
      );
    }
  }

  /** As an attempt decides it, without a lease: nobody is told that the others may be heard of. */
  async #withheld(tx: Tx, webhook: Webhook, things: readonly string[]): Promise<string[]> {
    const look = await this.looks.within(tx, actorOf(webhook), acts.deliver);
    const query = look.query(referralThing);
    const rows = await query.rows<{ id: string; facts: AccessFacts }>(
      tx,
      `SELECT r.id, ${query.facts} AS facts FROM referral r
       WHERE r.municipality = helhed.tenant() AND r.id = ANY (${query.value(things, 'uuid[]')})`,
    );
    const isHeard = (facts: AccessFacts): boolean => {
      const decision = query.decide(facts);
      return decision.isReached && decision.shows('referral.outcome');
    };
    return rows.filter(({ facts }) => !isHeard(facts)).map(({ id }) => id);
  }
}

const whatWaits = `
  SELECT w.id, array_agg(DISTINCT r.id) AS things
  FROM webhook w
  CROSS JOIN LATERAL (
    SELECT d.thing FROM webhook_delivery d WHERE d.municipality = w.municipality AND d.webhook_id = w.id
    UNION ALL
    SELECT c.thing FROM helhed.unit_change c
    WHERE c.municipality = w.municipality AND c.unit = w.unit AND c.number > w.queued_to
    UNION ALL
    SELECT c.thing FROM helhed.unit_change c
    WHERE c.municipality = w.municipality AND c.unit = w.unit AND c.number IS NULL
  ) waiting
  JOIN referral r ON r.municipality = w.municipality AND r.id = waiting.thing
  WHERE w.municipality = helhed.tenant() AND w.ended_at IS NULL AND (r.family_id = $1 OR r.persons && $2::uuid[])
  GROUP BY w.id`;
