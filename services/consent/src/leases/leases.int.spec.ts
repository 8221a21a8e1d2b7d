import { countedMs, leaseMs, type Actor } from '@helhed/access';
import { Workers } from '@helhed/database';
import { monotonicMs, newId } from '@helhed/kernel';
import { jest } from '@jest/globals';
import { asserted } from '../../test/asserted.js';
import { as, matched, triagerIn } from '../../test/families.js';
import { standing } from '../../test/standing.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { ConfirmedSignal } from './confirmed-signal.js';
import { FinalTransactions } from './final-transactions.js';
import { LeasesGiven } from './leases-given.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(async () => {
  jest.restoreAllMocks();
  await world.workers.query('DELETE FROM lease');
});

const holder = (azp = 'referral', municipality = nyborg): Actor => ({
  kind: 'service',
  municipality,
  issuer: `issuer of ${municipality}`,
  sub: newId(),
  azp,
  functions: [],
});
const take = (epoch: number, instance = newId(), actor = holder()) => world.takeLease.run(actor, { instance, epoch });
const confirm = (id: string, epoch: number, actor = holder()) => world.confirmLease.run(actor, id, { epoch });

/** A basis recorded, and the epoch before it is withdrawn. */
async function aBasis() {
  const family = matched();
  await world.hear(...family.events);
  const { id } = await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family)));
  const { demanded } = await take(0, newId(), holder('reporting'));
  await world.workers.query('DELETE FROM lease');
  const withdraw = (by = world.withdrawBasis) =>
    timed(as(triagerIn(nyborg), (actor) => by.run(actor, id, { givers: [family.maja] })));
  return { id, epoch: demanded, withdraw };
}

async function timed(work: Promise<unknown>): Promise<number> {
  const begun = monotonicMs();
  await work;
  return monotonicMs() - begun;
}

const raised = async (epoch: number) => {
  for (;;) {
    const [counter] = await world.rows<{ value: string }>('SELECT value FROM epoch_counter WHERE municipality = $1', [
      nyborg,
    ]);
    if (Number(counter?.value) > epoch) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
/** A lease whose holder has applied what is raised next. */
const takeAhead = async (epoch: number) => confirm((await take(epoch)).id, epoch + 1);

describe('a lease', () => {
  it('carries the epoch that it demands, and is renewed under its id', async () => {
    const { epoch, withdraw } = await aBasis();
    const instance = newId();
    const first = await take(epoch, instance);
    expect(first).toEqual({ id: instance, demanded: epoch, milliseconds: leaseMs });
    await confirm(first.id, epoch + 1);
    await withdraw();
    expect(await take(epoch + 1, instance)).toEqual({ ...first, demanded: epoch + 1 });
    expect((await take(0, instance, holder('referral', esbjerg))).demanded).toBe(0);
  });

  it('is confirmed by the service that took it, in its municipality', async () => {
    const { id } = await take(0);
    await expect(confirm(id, 1, holder('scheduling'))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(confirm(id, 1, holder('referral', esbjerg))).rejects.toMatchObject({ kind: 'not-found' });
    expect(await confirm(id, 3)).toEqual({ id, epoch: 3 });
    expect(await confirm(id, 2)).toEqual({ id, epoch: 3 });
  });

  it('is given while the epoch is held only once that is known', async () => {
    const { epoch } = await aBasis();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const raising = world.final.inTransaction(nyborg, async (tx) => {
      await tx.query('UPDATE epoch_counter SET value = value + 1 WHERE municipality = helhed.tenant()');
      await released;
    });
    const taking = take(epoch);
    await new Promise((resolve) => setTimeout(resolve, 100));
    release();
    expect((await taking).demanded).toBe(epoch + 1);
    await world.confirmLease.run(holder(), (await taking).id, { epoch: epoch + 1 });
    await raising;
  });
});

describe('the answer to a withdrawal', () => {
  it('comes at once where no lease is behind, and none in another municipality is waited for', async () => {
    const { epoch, withdraw } = await aBasis();
    await takeAhead(epoch);
    await take(0, newId(), holder('referral', esbjerg));
    standing();
    expect(await withdraw()).toBe(0);
  });

  it('waits until each lease is confirmed at its epoch, told by polling alone', async () => {
    const { epoch, withdraw } = await aBasis();
    const [one, two] = [await take(epoch), await take(epoch)];
    standing();
    let answered = false;
    const answer = withdraw().then(() => (answered = true));
    await raised(epoch);
    await confirm(one.id, epoch + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answered).toBe(false);
    await confirm(two.id, epoch + 1);
    expect(await answer).toBe(true);
  });

  it('is woken by a confirmation that another instance of consent took', async () => {
    world.signal.onApplicationBootstrap();
    const other = world.signal.next(nyborg);
    const { id } = await take(0);
    // what connecting tells is not what is looked for
    await other;
    const woken = world.signal.next(nyborg);
    await confirm(id, 1);
    await expect(woken).resolves.toBeUndefined();
    await world.signal.onApplicationShutdown();
  });

  it('is not held up by a renewal that was sent before a confirmation and came after it', async () => {
    const { epoch, withdraw } = await aBasis();
    const instance = newId();
    await confirm((await take(epoch, instance)).id, epoch + 1);
    await take(epoch, instance);
    standing();
    expect(await withdraw()).toBe(0);
  });

  it('does not wait for a lease that was given back, by the service that took it', async () => {
    const { epoch, withdraw } = await aBasis();
    const { id } = await take(epoch);
    await expect(world.giveBackLease.run(holder('scheduling'), id)).rejects.toMatchObject({ kind: 'not-found' });
    standing();
    const waiting = withdraw();
    await raised(epoch);
    expect(await world.giveBackLease.run(holder(), id)).toEqual({ id });
    expect(await waiting).toBe(0);
    await expect(confirm(id, epoch + 1)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('waits a second time too, and for a holder that renews and does not confirm no longer than a lease', async () => {
    const { epoch, withdraw } = await aBasis();
    const instance = newId();
    await take(epoch, instance);
    const renewing = setInterval(() => void take(epoch, instance).catch(() => undefined), 300);
    try {
      const [first, again] = await Promise.all([withdraw(), withdraw()]);
      for (const ms of [first, again]) {
        expect(ms).toBeGreaterThan(leaseMs * 1.1);
        // it renews for ever
        expect(ms).toBeLessThan(countedMs * 8);
      }
    } finally {
      clearInterval(renewing);
    }
  });

  it('waits for one that is gone by the clock of each instance, also one that starts meanwhile; its row then goes', async () => {
    const { epoch, withdraw } = await aBasis();
    await take(epoch);
    const pass = standing();
    await world.leases.sweep();
    pass(countedMs / 2);
    const fresh = new LeasesGiven(world.workers);
    expect(await fresh.left(nyborg, epoch + 1)).toBe(countedMs);
    expect(await world.leases.left(nyborg, epoch + 1)).toBeCloseTo(countedMs / 2);
    let answered = false;
    const answer = withdraw().then(() => (answered = true));
    await raised(epoch);
    pass(countedMs / 2 - 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answered).toBe(false);
    // by who has seen it from the beginning; by what it began itself, half would be left
    pass(2);
    expect(await answer).toBe(true);
    await world.leases.sweep();
    expect(await world.rows('SELECT id FROM lease')).toEqual([]);
  });

  it('waits for one that the same process takes anew once its row had gone', async () => {
    const { epoch } = await aBasis();
    const given = new LeasesGiven(world.workers);
    const instance = newId();
    await take(epoch, instance);
    for (let left = 1; left > 0; left = await given.left(nyborg, epoch + 1))
      await new Promise((resolve) => setTimeout(resolve, left));
    await given.sweep();
    expect(await world.rows('SELECT FROM lease')).toEqual([]);
    await take(epoch, instance);
    expect(await given.left(nyborg, epoch + 1)).toBeGreaterThan(leaseMs);
  });

  it('waits a whole lease after another server took over, whatever rows it has', async () => {
    const { epoch, withdraw } = await aBasis();
    await takeAhead(epoch);
    await world.owner.query('ALTER TABLE lease_server NO FORCE ROW LEVEL SECURITY');
    await world.owner.query(`UPDATE lease_server SET server = 'the one before'`);
    expect(await withdraw()).toBeGreaterThan(leaseMs * 1.1);
    standing();
    expect(await withdraw()).toBe(0);
  });

  it('is not given by a command that would not wait', async () => {
    const { raiseEpoch } = await import('../epoch/raise-epoch.js');
    const unawaited = () =>
      as(triagerIn(nyborg), () => world.database.inTransaction(nyborg, (tx) => raiseEpoch(tx, newId(), null)));
    await expect(unawaited()).rejects.toThrow('FinalTransactions');
  });

  it('is lost with its client, and nothing else: an instance that starts anew waits as well', async () => {
    const { epoch, withdraw } = await aBasis();
    const { id } = await take(epoch);
    const workers = new Workers(world.workers.url);
    const other = new FinalTransactions(
      world.database,
      new LeasesGiven(workers),
      new ConfirmedSignal(workers),
      world.keeping,
    );
    const { WithdrawBasis } = await import('../bases/withdraw-basis.js');
    standing();
    const lost = withdraw();
    await raised(epoch);
    let answered = false;
    const again = withdraw(new WithdrawBasis(other, world.looks)).then(() => (answered = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answered).toBe(false);
    await confirm(id, epoch + 1);
    await Promise.all([lost, again]);
    await workers.close();
  });
});
