import { lockFeed, numberChanges, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { endWebhook } from './end-webhook.js';
import { getWebhook } from './get-webhook.js';
import { newSecret } from './sign.js';
import { webhookDays } from './webhook-days.js';
import { secretPlace, Webhook } from './webhook.js';
import { toWebhookView, type RegisterWebhook as Wish, type WebhookView } from './webhooks.dto.js';

/** Of one unit, that are neither ended nor lapsed: room for those of its systems and for another secret of each. */
export const mostOfUnit = 5;

@Injectable()
export class RegisterWebhook {
  constructor(private readonly database: Database) {}

  /**
   * For what changes from here on. The secret is in this answer and nowhere else: a repeat of the request gets the webhook
   * without it. Where the address leads is asked at each attempt, and not here: names move.
   * @throws DomainError `webhooks-used-up` where the unit has as many as it may
   */
  async run(actor: Actor, { url }: Wish): Promise<WebhookView> {
    const { municipality } = actor;
    let made: { id: string; secret: string } | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      made = { id: newId(), secret: newSecret() };
      const secret = tx.personalData.encrypt(municipality, secretPlace(made.id), made.secret);
      const { unit = '', function: name, issuer, sub, azp } = actor;
      // who registers at the same time waits, and counts this one
      await lockFeed(tx, unit);
      await requireRoom(tx, unit);
      // what was before is told by the feed
      await numberChanges(tx, unit);
      await tx.query(
        `INSERT INTO webhook (municipality, id, unit, function, issuer, sub, azp, url, secret, registered_at, queued_to, version)
         SELECT helhed.tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9,
           coalesce((SELECT f.last_number FROM helhed.unit_feed f WHERE f.municipality = helhed.tenant() AND f.unit = $2), 0), 1`,
        [made.id, unit, name, issuer, sub, azp, url, secret, tx.now],
      );
      return { id: made.id };
    });
    return this.database.inTransaction(municipality, async (tx) =>
      toWebhookView(await getWebhook(tx, actor, id), webhookDays(tx), made?.id === id ? made.secret : null),
    );
  }
}

async function requireRoom(tx: Tx, unit: string): Promise<void> {
  const { manager, municipality, now } = tx;
  const open = await manager.findBy(Webhook, { municipality, unit, endedAt: IsNull() });
  const lapsed = open.filter((webhook) => webhook.until(webhookDays(tx)) <= now);
  for (const webhook of lapsed) await endWebhook(tx, webhook, 'lapsed');
  if (open.length - lapsed.length < mostOfUnit) return;
  throw new DomainError('conflict', 'webhooks-used-up', {
    da: `En enhed har højst ${mostOfUnit} webhooks, der ikke er afsluttet.`,
    en: `A unit has at most ${mostOfUnit} webhooks that are not ended.`,
  });
}
