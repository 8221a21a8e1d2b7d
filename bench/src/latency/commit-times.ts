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

const patienceMs = 45_000;

/** Milliseconds from each cause's commit to its effect's, once every cause has its effect. */
export async function delays(causes: CommitTimes, findEffects: () => Promise<CommitTimes>): Promise<number[]> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const effects = await findEffects();
    const found = [...causes].flatMap(([key, at]) => {
      const effect = effects.get(key);
      return effect === undefined ? [] : [effect - at];
    });
    if (found.length === causes.size) return found;
    if (performance.now() > deadline)
      throw new Error(`${causes.size - found.length} of ${causes.size} events had no effect in time`);
    await sleep(500);
  }
}
