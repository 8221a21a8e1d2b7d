import { rm } from 'node:fs/promises';
import { deliverAs, LookUpShipping } from '@helhed/access';
import { lookedUp } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, platformTables, Workers } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Messaging } from '@helhed/messaging';
import { requestContext } from '@helhed/telemetry';
import { createServiceDatabase, startTestNats, type ServiceDatabase, type TestNats } from '@helhed/testing';
import { acting, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';
import { appendLookUps } from './append-look-ups.js';
import { WhenLookedUp } from './when-looked-up.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('referral'));
  }
  async down(): Promise<void> {}
}

const key = Buffer.alloc(32, 9).toString('base64');
const types = new Set(lookedUp.map(({ type }) => type));

let world: LookUps;
let nats: TestNats;
let source: ServiceDatabase;
let running: { stop(): Promise<void> }[];

beforeEach(async () => {
  running = [];
  [world, nats, source] = await Promise.all([startLookUps(), startTestNats(), createServiceDatabase('referral')]);
  await migrate(source.owner, [Tables1767225600000]);
  const workers = new Workers(source.worker);
  await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [nyborg, 'issuer']);
  await workers.close();
});
afterEach(async () => {
  for (const each of running) await each.stop();
  await Promise.all([world?.stop(), nats?.stop()]);
});

const bus = (context: 'referral' | 'consent') => ({
  context,
  url: nats.url,
  user: context,
  password: nats.passwords[context],
});

/** An instance of the service that is looked in. */
async function referral() {
  const opened = await dataSource({ url: source.app, entities: [] }).initialize();
  const database = new Database(opened, new PersonalData({ current: 'k', keys: { k: key }, index: key }));
  const workers = new Workers(source.worker);
  const messaging = new Messaging(
    { ...bus('referral'), snapshotOf: async () => [] },
    database,
    workers,
    () => undefined,
  );
  const shipping = new LookUpShipping(database, workers, deliverAs('referral'), () => undefined);
  await messaging.start([]);
  shipping.start();
  const look = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () =>
        requestContext.run({ requestId: newId(), actor: acting('visitation', 'triager') }, () =>
          database.inTransaction(nyborg, async (tx) =>
            tx.log({ kind: 'look', act: 'referral.read', subjects: [newId()] }),
          ),
        ),
      ),
    );
  let stopped: Promise<void> | undefined;
  const stop = () =>
    (stopped ??= (async () => {
      await shipping.stop();
      await messaging.stop();
      await workers.close();
      await opened.destroy();
    })());
  running.push({ stop });
  return { database, workers, messaging, look, stop };
}

/** An instance of consent. */
async function consent() {
  const { database } = await world.instance();
  const messaging = new Messaging(bus('consent'), database, world.workers, () => undefined);
  const reaction = new WhenLookedUp();
  messaging.use(async (event, tx) => {
    if (types.has(event.type)) await reaction.append(event as never, { tx });
  });
  await messaging.start(['referral']);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= messaging.stop());
  running.unshift({ stop });
  return { messaging, stop };
}

const logged = async () => {
  const reader = new Workers(source.backup);
  const rows = await reader.query<{ id: string }>('SELECT look_up_id AS id FROM helhed.access_log');
  await reader.close();
  return rows.map(({ id }) => id).toSorted();
};

/** Waits for so many. @returns whether every row of the source's log is in the register, once, and the chain is whole */
async function arrived(count: number): Promise<boolean> {
  const found = async () =>
    (await world.rows<{ id: string }>(`SELECT id FROM look_up WHERE source = 'referral'`))
      .map(({ id }) => id)
      .toSorted();
  for (const end = Date.now() + 90_000; (await found()).length < count && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const { rows, faults } = await world.verifying.run(nyborg);
  return rows === count && faults.length === 0 && String(await found()) === String(await logged());
}

describe('the looks of a service', () => {
  it('come to the register, each once, from two instances to two, as few events', async () => {
    const [one, two] = [await referral(), await referral()];
    await consent();
    await consent();
    for (let n = 0; n < 5; n++) {
      await Promise.all([one.look(40), two.look(40)]);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(await arrived(400)).toBe(true);
    const [events] = await one.workers.query<{ n: number }>('SELECT count(*)::int AS n FROM helhed.outbox');
    // some a second and instance, however long the looks took
    expect(events?.n).toBeLessThan(100);
  });

  it('come once though the bus delivers all again, and when it was wiped', async () => {
    const owner = await referral();
    const reader = await consent();
    await owner.look(30);
    expect(await arrived(30)).toBe(true);
    await owner.messaging.republish(new Date(0));
    await owner.look(10);
    expect(await arrived(40)).toBe(true);
    await reader.stop();
    await owner.look(20);
    await nats.kill();
    await rm(nats.storeDir, { recursive: true, force: true });
    await nats.start();
    await owner.look(10);
    await consent();
    expect(await arrived(70)).toBe(true);
  });

  it('wait where their service, or consent, is down, and come after the restart', async () => {
    const first = await referral();
    await first.look(25);
    await first.stop();
    const again = await referral();
    await again.look(25);
    const reader = await consent();
    expect(await arrived(50)).toBe(true);
    await reader.stop();
    await again.look(25);
    await consent();
    expect(await arrived(75)).toBe(true);
  });

  it('come back after the register was restored to an earlier state, from what the source keeps', async () => {
    const owner = await referral();
    const reader = await consent();
    await owner.look(20);
    expect(await arrived(20)).toBe(true);
    await reader.stop();
    // as a backup of a moment before would have it
    for (const table of ['look_up_subject', 'look_up', 'look_up_head', 'helhed.inbox'])
      await world.asOwner(`DELETE FROM ${table}`);
    await owner.look(5);
    await consent();
    expect(await arrived(25)).toBe(true);
  });

  it('of consent itself come to it without an event', async () => {
    const { database } = await world.instance();
    const shipping = new LookUpShipping(
      database,
      world.workers,
      (tx, batch) => appendLookUps(tx, 'consent', batch),
      () => undefined,
    );
    await requestContext.run({ requestId: newId(), actor: acting('dpo', 'data-protection-officer') }, () =>
      database.inTransaction(nyborg, async (tx) => tx.log({ kind: 'look', act: 'look-up.sample', subjects: [] })),
    );
    expect([await shipping.ship(nyborg), await shipping.ship(nyborg)]).toEqual([1, 0]);
    expect(await world.rows('SELECT source, act FROM look_up')).toEqual([{ source: 'consent', act: 'look-up.sample' }]);
    expect(await world.rows('SELECT 1 FROM helhed.outbox')).toEqual([]);
  });
});
