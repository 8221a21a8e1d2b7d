import type { CloudEvent } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, platformTables, Workers, type Tx } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { createServiceDatabase } from '@helhed/testing';
import { Asks } from './asks.js';
import type { Bus } from './bus.js';
import { CatchUp } from './catch-up.js';
import { lockKeys, saveKeys } from './inbox.js';
import { Messaging } from './messaging.js';
import { deadKeys, nextParked, park } from './parked.js';
import { unpublished } from './relay.js';
import { findWaitingKeys } from './waiting-keys.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('family-plan'));
  }
  async down(): Promise<void> {}
}

const rows = 20_000;
const incarnation = '01900000-0000-7000-8000-000000000000';
const key = Buffer.alloc(32, 7).toString('base64');
const nyborg = municipalityCode('0450');

/** A few of the rows are unpublished, set aside, parked or dead, as in a service that has run for a while. */
const fill = `
  INSERT INTO helhed.outbox (municipality, event_id, type, order_key, incarnation, seq, occurred_at, data, published_at, set_aside, stream_seq)
  SELECT '0450', uuidv7(), 'x', 'key-' || n % 2000, helhed.incarnation(), n / 2000 + 1, now(), '{}',
    CASE WHEN n % 500 > 1 THEN now() END, CASE WHEN n % 500 = 1 THEN 'type' END, n FROM generate_series(1, ${rows}) n;
  INSERT INTO helhed.order_key SELECT '0450', 'key-' || n, helhed.incarnation(), 11 FROM generate_series(1, ${rows}) n;
  INSERT INTO helhed.inbox (municipality, source, order_key, incarnation, last_seq, parked)
  SELECT '0450', 'referral', 'key-' || n, '${incarnation}', 4, CASE WHEN n % 500 = 0 THEN 500 ELSE 0 END FROM generate_series(1, ${rows}) n;
  INSERT INTO helhed.parked_event (municipality, source, order_key, incarnation, seq, state, reason, event, parked_at)
  SELECT '0450', 'referral', 'key-' || n / 500 * 500, '${incarnation}', 5 + n % 500,
    CASE WHEN n % 500 = 0 AND n % 2000 = 0 THEN 'dead' ELSE 'waiting' END, 'x', '{"type": "x"}', now() - interval '1 minute'
  FROM generate_series(500, ${rows}) n;`;

describe(`among ${rows} rows in each table of messages none is looked for by scanning the table`, () => {
  let database: Database;
  let workers: Workers;

  beforeAll(async () => {
    const at = await createServiceDatabase('family-plan');
    await migrate(at.owner, [Tables1767225600000]);
    database = new Database(
      await dataSource({ url: at.app, entities: [] }).initialize(),
      new PersonalData({ current: 'k1', keys: { k1: key }, index: key }),
    );
    workers = new Workers(at.worker);
    await workers.query(fill);
    const owner = new Workers(at.owner);
    await owner.query('ANALYZE');
    await owner.close();
  });
  afterAll(async () => {
    await Promise.all([database?.dataSource.destroy(), workers?.close()]);
  });

  /** Scans so far of each table that has many rows; the outbox's empty partitions have none. */
  const scans = `
    SELECT relname, seq_scan::int FROM pg_stat_xact_user_tables t WHERE schemaname = 'helhed'
      AND (SELECT reltuples FROM pg_class c WHERE c.oid = t.relid) > 1000`;

  type Query = (sql: string) => Promise<readonly { relname: string; seq_scan: number }[]>;

  /** The tables that the work scanned: a session counts on from its transactions before. */
  async function scanned(query: Query, work: () => Promise<unknown>): Promise<string[]> {
    const before = new Map((await query(scans)).map(({ relname, seq_scan }) => [relname, seq_scan]));
    await work();
    return (await query(scans))
      .filter(({ relname, seq_scan }) => seq_scan > (before.get(relname) ?? 0))
      .map(({ relname }) => relname);
  }

  async function byWorker(work: (workers: Workers) => Promise<unknown>): Promise<string[]> {
    return workers.run(async (client) => {
      await client.query('BEGIN');
      const query = async (sql: string, values?: unknown[]) => (await client.query(sql, values)).rows;
      const found = await scanned(query, () => work({ query } as unknown as Workers));
      await client.query('ROLLBACK');
      return found;
    });
  }
  const messaging = (by: Workers) =>
    new Messaging({ context: 'family-plan', url: 'nats://nowhere' }, database, by, fail);
  const bus = { context: 'family-plan', isUp: true } as Bus;
  const fail = (_what: string, error: unknown) => {
    throw error;
  };

  const byWorkers: [string, (workers: Workers) => Promise<unknown>][] = [
    ['what is unpublished', (by) => by.query(unpublished, [1_000])],
    ['what was set aside', (by) => messaging(by).setAside()],
    ['the age of the oldest unpublished', (by) => messaging(by).outboxAge()],
    ['the age of the oldest parked', (by) => messaging(by).parkedAge()],
    ['the number of dead letters', (by) => messaging(by).deadLetters.count()],
    ['a page of dead letters', (by) => messaging(by).deadLetters.list()],
    ['the parked that can be tried', (by) => findWaitingKeys(by, 200)],
    [
      'what another asks for',
      (by) => new Asks(bus, by, () => undefined).answer({ municipality: '0450', orderKey: 'key-7', from: 2, to: 3 }),
    ],
    [
      'what a release has stepped over',
      (by) => new CatchUp(by, { bus, ask: async () => undefined } as unknown as Asks, fail).round(['referral']),
    ],
  ];
  it.each(byWorkers)('%s', async (_what, work) => {
    expect(await byWorker(work)).toEqual([]);
  });

  const event = { orderkey: 'key-500', incarnation, seq: 9_999, type: 'x' } as CloudEvent;
  const byApp: [string, (tx: Tx) => Promise<unknown>][] = [
    [
      'the keys of a batch, locked and written',
      async (tx) => {
        const states = [...(await lockKeys(tx, 'referral', [event])).values()];
        await saveKeys(tx, 'referral', states);
      },
    ],
    ['the next parked', async (tx) => nextParked(tx, 'referral', await state(tx))],
    ['keys with dead letters', async (tx) => deadKeys(tx, 'referral', [await state(tx)])],
    ['where an event is parked', (tx) => park(tx, 'referral', event, { state: 'waiting', tries: 0, reason: 'x' })],
  ];
  const state = async (tx: Tx) => [...(await lockKeys(tx, 'referral', [event])).values()][0]!;

  it.each(byApp)('%s', async (_what, work) => {
    const found = await database.inTransaction(nyborg, (tx) =>
      scanned(
        (sql) => tx.query(sql),
        () => work(tx),
      ),
    );
    expect(found).toEqual([]);
  });

  it('and a scan would be seen', async () => {
    const scan = (by: Workers) => by.query(`SELECT FROM helhed.parked_event WHERE reason = 'y'`);
    expect(await byWorker(scan)).toEqual(['parked_event']);
  });
});
