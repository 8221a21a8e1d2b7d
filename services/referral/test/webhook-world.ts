import { Looks, standingBasesIn, theRegister, type Actor, type Grounds } from '@helhed/access';
import { BasisChanged } from '@helhed/contracts';
import { DeliverChange } from '../src/webhooks/deliver-change.js';
import { DropWithheld } from '../src/webhooks/drop-withheld.js';
import { Networks } from '../src/webhooks/networks.js';
import { queueDeliveries } from '../src/webhooks/queue-deliveries.js';
import { RegisterWebhook } from '../src/webhooks/register-webhook.js';
import { webhookDays } from '../src/webhooks/webhook-days.js';
import { WhenTakenBack } from '../src/webhooks/when-taken-back.js';
import type { WebhookView } from '../src/webhooks/webhooks.dto.js';
import { Known } from './known.js';
import type { World } from './world.js';

/** A unit's system with a webhook, and a referral whose outcome it may hear. */
export class WebhookWorld {
  readonly known: Known;
  readonly delivering: DeliverChange;

  constructor(readonly world: World) {
    this.known = new Known(world);
    this.delivering = this.deliverer();
  }

  systemOf = (unit: string): Actor => ({ ...this.world.actor(unit, 'referrer'), kind: 'system', azp: unit });

  /** An instance of its own. */
  deliverer(networks = new Networks(['127.0.0.0/8']), grounds: Grounds = theRegister): DeliverChange {
    const { database } = this.world;
    return new DeliverChange(database, new Looks(database, grounds, standingBasesIn('programme')), networks);
  }

  register(system: Actor, url: string): Promise<WebhookView> {
    return this.world.as(system, () => new RegisterWebhook(this.world.database).run(system, { url }));
  }

  async heard(unit: string, url: string) {
    const system = this.systemOf(unit);
    const webhook = await this.register(system, url);
    const { id, familyId } = await this.world.receive({ referringUnit: unit }, system);
    const persons = await this.known.match(id);
    const basis = await this.known.basis(persons, { toUnit: unit });
    return { system, webhook, id, familyId, persons, basis };
  }

  /** This service hears that the basis was taken back. @param familyId whose it was recorded as */
  async takenBack(basisId: string, persons: readonly string[], familyId?: string): Promise<void> {
    const data = this.known.withdrawal(basisId, persons, familyId);
    const reaction = new WhenTakenBack(new DropWithheld(this.world.looks));
    await this.world.react((tx) => reaction.change({ type: BasisChanged.type, data } as never, { tx }));
  }

  /** What has changed is queued. @returns ids of what is to be told, in order */
  async queue(webhookId: string): Promise<string[]> {
    await this.world.react((tx) => queueDeliveries(tx, webhookId));
    return (await this.waiting(webhookId)).map(({ id }) => id);
  }

  waiting(webhookId: string): Promise<{ id: string; type: string; attempts: number; waits: number }[]> {
    return this.world.all(
      `SELECT id, type, attempts, round(extract(epoch FROM next_at - clock_timestamp()))::int AS waits
       FROM webhook_delivery WHERE webhook_id = $1 ORDER BY id`,
      [webhookId],
    );
  }

  /** As if so long had gone by. */
  async later(id: string, hours: number): Promise<void> {
    await this.world.react((tx) =>
      tx.query(
        `UPDATE webhook_delivery SET next_at = next_at - $2 * interval '1 hour', queued_at = queued_at - $2 * interval '1 hour'
         WHERE municipality = helhed.tenant() AND id = $1`,
        [id, hours],
      ),
    );
  }

  /** As if it had not been renewed for as long as it may. */
  async lapse(id: string): Promise<void> {
    await this.world.react((tx) =>
      tx.query(
        `UPDATE webhook SET registered_at = $2::timestamptz - $3 * interval '1 day'
         WHERE municipality = helhed.tenant() AND id = $1`,
        [id, tx.now, webhookDays(tx)],
      ),
    );
  }

  deliver(id: string, by = this.delivering): Promise<void> {
    return by.run(this.world.municipality, id);
  }

  /** Queues and tells, each once. */
  async tell(webhookId: string, by = this.delivering): Promise<void> {
    for (const id of await this.queue(webhookId)) await this.deliver(id, by);
  }
}
