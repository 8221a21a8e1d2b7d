import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { listWebhooks } from './get-webhook.js';
import { webhookDays } from './webhook-days.js';
import { toWebhookView, type WebhookQuery, type WebhookView } from './webhooks.dto.js';

@Injectable()
export class FindWebhooks {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async page(actor: Actor, asked: WebhookQuery): Promise<Page<WebhookView>> {
    const [last] = this.paging.after('webhooks', asked) ?? [];
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const days = webhookDays(tx);
      const after = last === undefined ? undefined : String(last);
      const { rows, total } = await listWebhooks(tx, actor, { after, limit: asked.limit + 1 });
      return this.paging.page(
        'webhooks',
        asked,
        rows,
        total,
        (row) => toWebhookView(row, days),
        ({ id }) => [id],
      );
    });
  }
}
