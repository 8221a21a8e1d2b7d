import { Database, Workers } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { DeliverChange } from './deliver-change.js';
import { queueDeliveries, webhooksBehind } from './queue-deliveries.js';

/** Of one webhook, and of all: a receiver that is slow to answer holds up no other. */
const [mostOfOne, mostOfAll] = [4, 64];

interface Due {
  readonly municipality: MunicipalityCode;
  readonly id: string;
  readonly webhookId: string;
}

/** Queues what has changed and sends what is due, each second in every instance: whoever comes second finds it taken. */
@Injectable()
export class WebhookTimer extends Timer {
  readonly #underWay = new Map<Promise<void>, string>();

  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
    private readonly delivering: DeliverChange,
  ) {
    super('webhooks', 1_000);
  }

  async run(): Promise<void> {
    for (const { municipality, id } of await this.workers.query<Due>(webhooksBehind))
      await this.database.inTransaction(municipality, (tx) => queueDeliveries(tx, id));
    for (const due of await this.workers.query<Due>(dueDeliveries, [mostOfOne, mostOfAll])) this.#begin(due);
  }

  override async onApplicationShutdown(): Promise<void> {
    await super.onApplicationShutdown();
    await Promise.all(this.#underWay.keys());
  }

  #begin({ municipality, id, webhookId }: Due): void {
    const same = [...this.#underWay.values()].filter((each) => each === webhookId).length;
    if (same >= mostOfOne || this.#underWay.size >= mostOfAll) return;
    const attempt = this.delivering
      .run(municipality, id)
      .catch((error: unknown) => log.warn('will be tried again', { context: 'webhooks', error }))
      .finally(() => this.#underWay.delete(attempt));
    this.#underWay.set(attempt, webhookId);
  }
}

const dueDeliveries = `
  SELECT municipality, id, webhook_id AS "webhookId" FROM (
    SELECT d.*, row_number() OVER (PARTITION BY d.municipality, d.webhook_id ORDER BY d.next_at, d.id) AS place
    FROM webhook_delivery d WHERE d.next_at <= clock_timestamp()
  ) due WHERE place <= $1 ORDER BY next_at LIMIT $2`;
