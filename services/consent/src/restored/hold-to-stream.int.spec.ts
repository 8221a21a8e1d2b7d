import type { Actor } from '@helhed/access';
import { AccessTakenAway } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Bus, Messaging } from '@helhed/messaging';
import { startTestNats, type TestNats } from '@helhed/testing';
import { asserted } from '../../test/asserted.js';
import { as, matched, triagerIn } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { mayRaise, raiseEpoch } from '../epoch/raise-epoch.js';
import { TakeLease } from '../leases/take-lease.js';
import { HoldToStream } from './hold-to-stream.js';

let world: World;
let nats: TestNats;
beforeAll(async () => void ([world, nats] = await Promise.all([startWorld(), startTestNats()])));
afterAll(async () => {
  await Promise.all(open.map((bus) => bus.close()));
  await Promise.all([world.stop(), nats.stop()]);
});
afterEach(() => world.owner.query('TRUNCATE register_restored'));

const open: Bus[] = [];
const options = () => ({
  context: 'consent' as const,
  url: nats.url,
  user: 'consent',
  password: nats.passwords['consent']!,
});
/** What an instance that starts now holds the register by, with the leases that it gives. */
function starting(municipality = nyborg) {
  const bus = new Bus(options());
  open.push(bus);
  const stream = new HoldToStream(world.workers, bus);
  const leases = new TakeLease(world.database, world.workers, stream);
  return { stream, take: () => leases.run({ ...holder, municipality }, { instance: newId(), epoch: 0 }) };
}
const holder: Actor = {
  kind: 'service',
  municipality: nyborg,
  issuer: `issuer of ${nyborg}`,
  sub: newId(),
  azp: 'referral',
  functions: [],
};

async function aBasis() {
  const family = matched();
  await world.hear(...family.events);
  const { id } = await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family)));
  return () => as(triagerIn(nyborg), (actor) => world.withdrawBasis.run(actor, id, { givers: [family.maja] }));
}
/** As by a relation that ended. Nothing of it is in the ledger, which is another copy. */
const raise = (municipality = nyborg) =>
  world.database.inTransaction(municipality, async (tx) => {
    mayRaise(tx);
    const familyId = newId();
    tx.emit(AccessTakenAway, { familyId, relation: null, custody: null, epoch: await raiseEpoch(tx, familyId, null) });
  });
const closed = (municipality = nyborg) =>
  world.rows('SELECT since::int, named::int FROM register_restored WHERE municipality = $1', [municipality]);
const epoch = async (municipality = nyborg) => {
  const counted = 'SELECT value::int FROM epoch_counter WHERE municipality = $1';
  return (await world.rows<{ value: number }>(counted, [municipality]))[0]!.value;
};

/** The relay runs until the stream has all that was told. */
async function tellAll(): Promise<void> {
  const messaging = new Messaging(options(), world.database, world.workers, () => undefined);
  await messaging.start([]);
  while ((await world.rows('SELECT FROM helhed.outbox WHERE published_at IS NULL')).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await messaging.stop();
}

/** What was told and counted in `work` is in the stream alone. */
async function restoredFromBefore(work: () => Promise<unknown>, municipality = nyborg): Promise<void> {
  await tellAll();
  const [[last], before] = [
    await world.rows<{ id: string }>('SELECT max(id) AS id FROM helhed.outbox'),
    await epoch(municipality),
  ];
  await work();
  await tellAll();
  await world.workers.query('DELETE FROM helhed.outbox WHERE id > $1', [last?.id]);
  for (const table of ['epoch_counter', 'epoch_raise'])
    await world.owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await world.owner.query('UPDATE epoch_counter SET value = $1 WHERE municipality = $2', [before, municipality]);
  await world.owner.query('DELETE FROM epoch_raise WHERE epoch > $1 AND municipality = $2', [before, municipality]);
  for (const table of ['epoch_counter', 'epoch_raise'])
    await world.owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}

describe('a register and its stream', () => {
  it('finds nothing where all was told by it, also what it did not come to mark', async () => {
    await raise();
    await tellAll();
    await raise();
    await tellAll();
    await world.workers.query(
      `UPDATE helhed.outbox SET published_at = NULL, stream_seq = NULL
       WHERE stream_seq = (SELECT max(stream_seq) FROM helhed.outbox)`,
    );
    const { stream, take } = starting();
    await stream.closeRestored();
    expect(await closed()).toEqual([]);
    expect((await take()).demanded).toBe(await epoch());
  });

  it('closes where the stream alone has a withdrawal', async () => {
    const withdraw = await aBasis();
    await restoredFromBefore(async () => {
      await withdraw();
      await raise();
    });
    const since = await epoch();
    const { stream, take } = starting();
    await stream.closeRestored();
    expect(await closed()).toEqual([{ since, named: since + 2 }]);
    await expect(take()).rejects.toMatchObject({ kind: 'unavailable', problem: 'register-restored' });
  });

  it('gives no lease before NATS has answered, and numbers that were counted anew meanwhile hide nothing', async () => {
    await raise(esbjerg);
    await restoredFromBefore(() => raise(esbjerg), esbjerg);
    await nats.kill();
    const { stream, take } = starting(esbjerg);
    await stream.closeRestored();
    await expect(take()).rejects.toMatchObject({ problem: 'consent-unavailable' });
    await raise(esbjerg);
    await nats.start();
    await tellAll();
    await stream.run();
    const [since, named] = [await epoch(esbjerg), await epoch(esbjerg)];
    expect(await closed(esbjerg)).toEqual([{ since, named }]);
    await expect(take()).rejects.toMatchObject({ problem: 'register-restored' });
  });
});
