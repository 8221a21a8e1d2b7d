import { Database, Workers } from '@helhed/database';
import { log } from '@helhed/telemetry';
import { Timer } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { DeliverChange } from './deliver-change.js';
import { dueDeliveries, type Due } from './due-deliveries.js';
import { queueDeliveries, webhooksBehind, type Behind } from './queue-deliveries.js';

/** Of one webhook, of one unit, and of all: receivers that are slow to answer hold up no other unit's. */
const most = { ofWebhook: 4, ofUnit: 8, ofAll: 64 } as const;

const unitOf = ({ municipality, unit }: Due): string => `${municipality}/${unit}`;

/** Queues what has changed and sends what is due, each second in every instance: whoever comes second finds it taken. */
@Injectable()
export class WebhookTimer extends Timer {
  readonly #underWay = new Map<Promise<void>, Due>();

  constructor(
    private readonly database: Database,
    private readonly workers: Workers,
    private readonly delivering: DeliverChange,
  ) {
    super('webhooks', 1_000);
  }

  async run(): Promise<void> {
    for (const behind of await this.workers.query<Behind>(webhooksBehind)) await this.#queue(behind);
    const busy = [...this.#underWay.values()];
    const webhooks = busy.map(({ webhookId }) => webhookId);
    const full = { webhooks: fullOf(most.ofWebhook, webhooks), units: fullOf(most.ofUnit, busy.map(unitOf)) };
    for (const due of await dueDeliveries(this.workers, most, full)) this.#begin(due);
  }

  override async onApplicationShutdown(): Promise<void> {
    await super.onApplicationShutdown();
    await Promise.all(this.#underWay.keys());
  }

  async #queue({ municipality, id }: Behind): Promise<void> {
    try {
      await this.database.inTransaction(municipality, (tx) => queueDeliveries(tx, id));
    } catch (error) {
      // one webhook that cannot be queued for now must not keep the others
      log.warn('will be tried again', { context: 'webhooks', municipality, webhook: id, error });
    }
  }

  #begin(due: Due): void {
    const { municipality, id, webhookId } = due;
    const busy = [...this.#underWay.values()];
    if (busy.length >= most.ofAll) return;
    if (busy.filter((each) => each.webhookId === webhookId).length >= most.ofWebhook) return;
    if (busy.filter((each) => unitOf(each) === unitOf(due)).length >= most.ofUnit) return;
    const attempt = this.delivering
      .run(municipality, id)
      .catch((error: unknown) =>
        log.warn('will be tried again', { context: 'webhooks', municipality, webhook: webhookId, error }),
      )
      .finally(() => this.#underWay.delete(attempt));
    this.#underWay.set(attempt, due);
  }
}

/** Which of them are there as often as they may be. */
const fullOf = (times: number, all: readonly string[]): readonly string[] =>
  [...new Set(all)].filter((one) => all.filter((each) => each === one).length >= times);
