import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../platform/publish-programme.js';

/** When the transaction that wrote something was committed, in milliseconds on PostgreSQL's clock, by an id. */
export type CommitTimes = ReadonlyMap<string, number>;

// Of rows that are written once: an update would put its own transaction in the place of the first.
export const committed = 'extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at';

/** @param sql a query for `key` and `at`, as `committed` gives it; @param address of a role that sees every municipality */
export async function commitTimes(address: string, sql: string): Promise<CommitTimes> {
  return withClient(address, async (client) => {
    const { rows } = await client.query<{ key: string; at: number }>(sql);
    return new Map(rows.map(({ key, at }) => [key, at]));
  });
}

/** Longer than any round should owe; the whole bench ends in five minutes. */
const patienceMs = 30_000;

/** Milliseconds from each cause's commit to its effect's; infinite where the effect was not there in time. */
export async function delays(causes: CommitTimes, findEffects: () => Promise<CommitTimes>): Promise<number[]> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const effects = await findEffects();
    const found = [...causes].map(([key, at]) => (effects.get(key) ?? Infinity) - at);
    if (found.every((delay) => delay < Infinity) || performance.now() > deadline) return found;
    await sleep(500);
  }
}
