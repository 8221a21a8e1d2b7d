import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { getOwnWebhook } from './get-webhook.js';
import { webhookDays } from './webhook-days.js';
import { toWebhookView, type WebhookView } from './webhooks.dto.js';

@Injectable()
export class RenewWebhook {
  constructor(private readonly database: Database) {}

  /**
   * By the system that registered it, in the function that it registered in: its token says that it still has both.
   * @throws DomainError `webhook-over` where nothing is sent to it any more
   */
  async run(actor: Actor, id: string, version: number): Promise<WebhookView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const webhook = await getOwnWebhook(tx, actor, id);
      requireVersion(webhook, version);
      const days = webhookDays(tx);
      webhook.renew(tx.now, days);
      await tx.manager.save(webhook);
      return toWebhookView(webhook, days);
    });
  }
}
