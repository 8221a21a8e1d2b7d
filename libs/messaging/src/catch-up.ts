import { allEvents, type Context } from '@helhed/contracts';
import { Repeated, type Workers } from '@helhed/database';
import type { Asks } from './asks.js';

interface Behind {
  readonly municipality: string;
  readonly source: Context;
  readonly order_key: string;
  readonly last_seq: string;
  readonly renewed: boolean;
}

const everyMs = 10_000;

/**
 * Asks for what no gap tells of: keys that a restored source has said nothing about since, perhaps because it has lost
 * them, and keys of which events were stepped over that this release knows. The source answers with a snapshot.
 */
export class CatchUp {
  #looking: Repeated | undefined;

  constructor(
    readonly workers: Workers,
    readonly asks: Asks,
    readonly report: (what: string, error: unknown) => void,
  ) {}

  start(sources: readonly Context[]): void {
    const failed = (error: unknown) => this.report('catching up', error);
    this.#looking = new Repeated(everyMs, () => this.round(sources), failed);
    this.#looking.start();
  }

  async stop(): Promise<void> {
    await this.#looking?.stop();
  }

  /** @returns how many keys were asked for */
  async round(sources: readonly Context[], askedAgo = '1 minute'): Promise<void> {
    if (!this.asks.bus.isUp) return;
    for (const source of sources)
      for (const key of await this.#behind(source, askedAgo)) {
        const next = key.renewed ? 1 : Number(key.last_seq) + 1;
        await this.asks.ask(source, { municipality: key.municipality, orderKey: key.order_key, from: next, to: next });
      }
  }

  #behind(source: Context, askedAgo: string): Promise<Behind[]> {
    return this.workers.query<Behind>(
      `WITH newest AS MATERIALIZED (
         SELECT incarnation FROM helhed.inbox WHERE source = $1 ORDER BY incarnation DESC LIMIT 1
       ), behind AS (
         (SELECT ctid FROM helhed.inbox
          WHERE source = $1 AND incarnation < (SELECT incarnation FROM newest)
            AND coalesce(asked_at < clock_timestamp() - $3::interval, true)
          ORDER BY incarnation LIMIT 200)
         UNION ALL
         (SELECT ctid FROM helhed.inbox
          WHERE source = $1 AND missed <> '{}' AND missed && $2
            AND coalesce(asked_at < clock_timestamp() - $3::interval, true) LIMIT 200)
       )
       UPDATE helhed.inbox SET asked_at = clock_timestamp() WHERE ctid = ANY (ARRAY(SELECT ctid FROM behind))
       RETURNING municipality, source, order_key, last_seq, incarnation < (SELECT incarnation FROM newest) AS renewed`,
      [source, allEvents.map(({ type }) => type), askedAgo],
    );
  }
}
