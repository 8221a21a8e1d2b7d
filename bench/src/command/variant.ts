import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceDatabase } from '@helhed/testing';
import { HttpConnection } from '../measure/http-connection.js';
import { withClient } from '../platform/publish-programme.js';

export type VariantName = 'helhed' | 'helhed, bus away' | 'bare' | 'stock';

/** One of the servers that are compared: a process of its own with a database of its own. */
export interface Variant {
  readonly name: VariantName;
  readonly pid: number;
  readonly port: number;
  readonly database: ServiceDatabase;
  /** Whether it publishes its events, so that a round ends when they are out. */
  readonly publishes: boolean;
  stop(): Promise<void>;
}

export const connect = (port: number, connections: number): Promise<HttpConnection[]> =>
  Promise.all(Array.from({ length: connections }, () => HttpConnection.open(port)));

const patienceMs = 20_000;

/** Waits until no event is left to publish: what a variant owes must not fall into the next one's round. */
export async function untilPublished({ publishes, database }: Variant): Promise<void> {
  if (!publishes) return;
  const deadline = performance.now() + patienceMs;
  await withClient(database.worker, async (client) => {
    for (;;) {
      const left = await client.query('SELECT FROM helhed.outbox WHERE published_at IS NULL LIMIT 1');
      if (left.rowCount === 0) return;
      if (performance.now() > deadline) throw new Error('the outbox was not published in time');
      await sleep(100);
    }
  });
}
