import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { getWebhook } from './get-webhook.js';
import type { Ending, Webhook } from './webhook.js';
import { webhookDays } from './webhook-days.js';
import { toWebhookView, type WebhookView } from './webhooks.dto.js';

@Injectable()
export class EndWebhook {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, id: string, version: number): Promise<WebhookView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const webhook = await getWebhook(tx, actor, id, { mode: 'pessimistic_write' });
      requireVersion(webhook, version);
      await endWebhook(tx, webhook, 'by-request');
      return toWebhookView(webhook, webhookDays(tx));
    });
  }
}

/** What was still to be told there is not told. */
export async function endWebhook(tx: Tx, webhook: Webhook, because: Ending): Promise<void> {
  if (!webhook.end(tx.now, because)) return;
  await tx.manager.save(webhook);
  await tx.query('DELETE FROM webhook_delivery WHERE municipality = helhed.tenant() AND webhook_id = $1', [webhook.id]);
}
