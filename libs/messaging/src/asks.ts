import type { Context } from '@helhed/contracts';
import type { Workers } from '@helhed/database';
import type { Subscription } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Bus } from './bus.js';

const gap = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  orderKey: z.string().max(100),
  from: z.number().int().positive(),
  to: z.number().int().positive(),
});
export type Gap = z.infer<typeof gap>;

/** Asking a source to publish again what is missing, and answering such requests from the outbox. */
export class Asks {
  #subscription: Subscription | undefined;

  constructor(
    readonly bus: Bus,
    readonly workers: Workers,
    readonly wake: () => void,
  ) {}

  async ask(source: Context, missing: Gap): Promise<void> {
    const connection = await this.bus.connection();
    connection.publish(`helhed-ask.${source}.${this.bus.context}`, JSON.stringify(missing));
  }

  async listen(report: (what: string, error: unknown) => void): Promise<void> {
    const connection = await this.bus.connection();
    this.#subscription = connection.subscribe(`helhed-ask.${this.bus.context}.*`, {
      queue: this.bus.context,
      callback: (error, message) => {
        if (error) return report('ask', error);
        const asked = gap.safeParse(parseJson(message.string()));
        if (asked.success) this.#unmark(asked.data).catch((failed: unknown) => report('ask', failed));
      },
    });
  }

  stop(): void {
    this.#subscription?.unsubscribe();
  }

  async #unmark(missing: Gap): Promise<void> {
    await this.workers.query(
      `UPDATE helhed.outbox SET published_at = NULL, asked = asked + 1
       WHERE municipality = $1 AND order_key = $2 AND seq BETWEEN $3 AND $4 AND published_at IS NOT NULL
         AND incarnation = helhed.incarnation()`,
      [missing.municipality, missing.orderKey, missing.from, missing.to],
    );
    this.wake();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
