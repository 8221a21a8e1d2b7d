import { lookUpsKey, snapshotBy, type Context } from '@helhed/contracts';
import type { Workers } from '@helhed/database';
import type { Subscription } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Bus } from './bus.js';
import type { Snapshots } from './snapshots.js';

const gap = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  orderKey: z.string().max(100),
  from: z.number().int().positive(),
  to: z.number().int().positive(),
});
export type Gap = z.infer<typeof gap>;

/**
 * Asking a source to publish again what is missing, and answering such requests from the outbox, or by a snapshot where
 * the outbox no longer has it.
 */
export class Asks {
  #subscription: Subscription | undefined;
  /** Keys that are being told: who asks meanwhile gets the same answer. */
  readonly #telling = new Map<string, Promise<void>>();

  constructor(
    readonly bus: Bus,
    readonly workers: Workers,
    readonly wake: () => void,
    readonly snapshots?: Snapshots,
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
        if (asked.success) this.answer(asked.data).catch((failed: unknown) => report('ask', failed));
      },
    });
  }

  stop(): void {
    this.#subscription?.unsubscribe();
  }

  async answer(missing: Gap): Promise<void> {
    const kept = await this.#findKept(missing);
    if (kept) await this.#unmark(missing, kept);
    else await this.#tell(missing);
    this.wake();
  }

  /**
   * What fills the gap: the events themselves, or a snapshot after them and all that follows it. Undefined if some are gone.
   * Of look-ups each counts: the events where they are there, else the first snapshot.
   */
  async #findKept({ municipality, orderKey, from, to }: Gap): Promise<Kept | undefined> {
    const [found] = await this.workers.query<Kept & { whole: boolean }>(
      `WITH kept AS (
         SELECT seq, type = $5 AS snapshot FROM helhed.outbox
         WHERE municipality = $1 AND order_key = $2 AND incarnation = helhed.incarnation() AND seq >= $3 AND set_aside IS NULL
       ), range AS (
         SELECT f.first, greatest(f.first, $4::bigint) AS last
         FROM (SELECT coalesce(CASE WHEN NOT $6 THEN max(seq) FILTER (WHERE snapshot)
           WHEN count(*) FILTER (WHERE seq <= $4) < $4::bigint - $3::bigint + 1 THEN min(seq) FILTER (WHERE snapshot) END,
           $3::bigint) AS first FROM kept) f
       )
       SELECT first, last, (SELECT count(*) FROM kept WHERE seq BETWEEN first AND last) = last - first + 1 AS whole FROM range`,
      [municipality, orderKey, from, to, snapshotBy(this.bus.context)?.type ?? '', orderKey === lookUpsKey],
    );
    // a service that tells no snapshots publishes what there is
    return found?.whole || !this.snapshots ? found : undefined;
  }

  async #unmark({ municipality, orderKey }: Gap, { first, last }: Kept): Promise<void> {
    await this.workers.query(
      `UPDATE helhed.outbox SET published_at = NULL, asked = asked + 1
       WHERE municipality = $1 AND order_key = $2 AND seq BETWEEN $3 AND $4 AND published_at IS NOT NULL
         AND incarnation = helhed.incarnation()`,
      [municipality, orderKey, first, last],
    );
  }

  async #tell({ municipality, orderKey }: Gap): Promise<void> {
    const key = `${municipality} ${orderKey}`;
    const telling = this.#telling.get(key) ?? this.snapshots?.publish(municipality, orderKey);
    if (!telling) return;
    this.#telling.set(key, telling);
    await telling.finally(() => this.#telling.delete(key));
  }
}

interface Kept {
  readonly first: string;
  readonly last: string;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
