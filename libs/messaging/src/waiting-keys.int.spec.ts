import { migrate, platformTables, Workers } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { createServiceDatabase } from '@helhed/testing';
import { findWaitingKeys } from './waiting-keys.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('family-plan'));
  }
  async down(): Promise<void> {}
}

describe('the keys whose parked events are looked at', () => {
  let workers: Workers;

  beforeEach(async () => {
    const at = await createServiceDatabase('family-plan');
    await migrate(at.owner, [Tables1767225600000]);
    workers = new Workers(at.worker);
  });
  afterEach(() => workers?.close());

  const old = '01900000-0000-7000-8000-000000000000';
  const now = '01910000-0000-7000-8000-000000000000';

  interface Parked {
    key?: string;
    keys?: number;
    municipality?: string;
    applied?: { incarnation: string; seq: number };
    incarnation?: string;
    seq?: number;
    state?: 'waiting' | 'dead';
    retryIn?: string;
    askedAgo?: string;
  }

  /** `keys` keys with a parked event each, parked a minute ago. */
  async function park(what: Parked): Promise<void> {
    const { municipality = '0450', key = newId(), keys = 1, applied = { incarnation: old, seq: 4 } } = what;
    const { incarnation = old, seq = 5, state = 'waiting', retryIn = '-1 minute', askedAgo } = what;
    await workers.query(
      `WITH key AS (SELECT CASE WHEN n = 1 THEN $2 ELSE $2 || '-' || n END AS k FROM generate_series(1, $3::int) n),
       inbox AS (
         INSERT INTO helhed.inbox (municipality, source, order_key, incarnation, last_seq, parked, asked_at)
         SELECT $1, 'referral', k, $4, $5, 1, clock_timestamp() - $6::interval FROM key)
       INSERT INTO helhed.parked_event (municipality, source, order_key, incarnation, seq, state, reason, event, parked_at, retry_at)
       SELECT $1, 'referral', k, $7, $8, $9, 'x', '{}', clock_timestamp() - interval '1 minute', clock_timestamp() + $10::interval
       FROM key`,
      [municipality, key, keys, applied.incarnation, applied.seq, askedAgo ?? null, incarnation, seq, state, retryIn],
    );
  }
  const found = async (limit = 200) =>
    (await findWaitingKeys(workers, limit)).map(({ order_key, last_seq, first_seq }) => [
      order_key,
      Number(last_seq),
      Number(first_seq),
    ]);

  it('are not those of 300 dead, just tried or just asked for, which come first by name', async () => {
    await park({ key: 'a-dead', keys: 300, state: 'dead' });
    await park({ key: 'a-later', keys: 300, retryIn: '1 hour' });
    await park({ key: 'a-asked', keys: 300, seq: 9, askedAgo: '1 second' });
    await park({ key: 'z' });
    await park({ key: 'z-gap', seq: 9, askedAgo: '10 seconds' });
    expect(await found()).toEqual([
      ['z', 4, 5],
      ['z-gap', 4, 9],
    ]);
  });

  it('come by how long they have been due, and municipalities take turns', async () => {
    await park({ municipality: '0450', key: 'many', keys: 300, retryIn: '-2 hours' });
    await park({ municipality: '0561', key: 'second', retryIn: '-1 minute' });
    await park({ municipality: '0561', key: 'first', retryIn: '-1 hour' });
    const keys = (await found(4)).map(([key]) => key);
    expect(keys).toEqual([expect.stringMatching('many'), 'first', expect.stringMatching('many'), 'second']);
  });

  it('count their gap from nothing in an incarnation of which nothing was applied', async () => {
    await park({ key: 'gap', incarnation: now, seq: 3 });
    await park({ key: 'next', incarnation: now, seq: 1, retryIn: '-1 second' });
    expect(await found()).toEqual([
      ['gap', 0, 3],
      ['next', 0, 1],
    ]);
  });
});
