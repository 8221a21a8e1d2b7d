import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countedMs, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { as, matched, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { KeepWithdrawals } from './keep-withdrawals.js';
import type { TakenBasis } from './taken.js';
import { WithdrawalFolder } from './withdrawal-folder.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const holder: Actor = {
  kind: 'service',
  municipality: nyborg,
  issuer: `issuer of ${nyborg}`,
  sub: newId(),
  azp: 'referral',
  functions: [],
};
const take = (epoch: number) => world.takeLease.run(holder, { instance: newId(), epoch });
const file = () => join(world.ledger, 'consent-0.jsonl');
const lines = async () =>
  (await readFile(file(), 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as object);
/** An instance that has just started. */
const started = () =>
  new KeepWithdrawals(
    world.workers,
    new WithdrawalFolder(() => ({ folder: world.ledger, instance: 'consent-1' })),
    world.takingBack,
  );

async function aBasis() {
  const family = matched();
  await world.hear(...family.events);
  const { id } = await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family)));
  const withdraw = (...givers: string[]) =>
    as(triagerIn(nyborg), (actor) => world.withdrawBasis.run(actor, id, { givers }));
  return { id, ...family, withdraw };
}
const epoch = async () =>
  Number(
    (await world.rows<{ value: string }>('SELECT value FROM epoch_counter WHERE municipality = $1', [nyborg]))[0]
      ?.value ?? 0,
  );
const ended = async (id: string) =>
  (await world.rows<{ ended: string | null }>('SELECT ended FROM basis WHERE id = $1', [id]))[0];
const withdrawnGivers = async (id: string) =>
  (
    await world.rows<{ person_id: string }>(
      'SELECT person_id FROM basis_giver WHERE basis_id = $1 AND withdrawn_at IS NOT NULL',
      [id],
    )
  ).map((row) => row.person_id);

/**
 * The register as it was before what `work` does to it; what is outside the database stays.
 * @param since a family of which the register has counted one raise since, that was written nowhere else yet
 */
async function restoredFromBefore(work: () => Promise<unknown>, since?: string): Promise<void> {
  const tables = [
    'basis',
    'basis_giver',
    'basis_cover',
    'epoch_counter',
    'epoch_raise',
    'helhed.basis_replica',
    'helhed.basis_person',
  ];
  const owner = (sql: string) => world.owner.query(sql);
  for (const table of tables) {
    await owner(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await owner(`CREATE TABLE was_${table.replace('.', '_')} AS TABLE ${table}`);
  }
  await work();
  for (const table of tables.toReversed()) await owner(`DELETE FROM ${table}`);
  for (const table of tables) {
    const was = `was_${table.replace('.', '_')}`;
    await owner(`INSERT INTO ${table} SELECT * FROM ${was}`);
    await owner(`DROP TABLE ${was}`);
  }
  if (since) {
    await owner(`UPDATE epoch_counter SET value = value + 1 WHERE municipality = '${nyborg}'`);
    await owner(`INSERT INTO epoch_raise (municipality, epoch, family_id)
      SELECT municipality, value, '${since}' FROM epoch_counter WHERE municipality = '${nyborg}'`);
  }
  for (const table of tables) await owner(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}

describe('the ledger of withdrawals', () => {
  it('has a line of ids and times for each raise before the withdrawal is answered', async () => {
    const { id, familyId, maja, withdraw } = await aBasis();
    const before = await epoch();
    await withdraw(maja);
    expect((await lines()).at(-1)).toEqual({
      municipality: nyborg,
      epoch: before + 1,
      family: familyId,
      taken: { basis: id, ended: null, endedAt: null, validTo: '2027-09-03', givers: [maja] },
      at: expect.any(String) as string,
    });
  });

  it('that cannot be written lets nothing be answered; asked again, it is', async () => {
    const { id, maja, withdraw } = await aBasis();
    await rm(world.ledger, { recursive: true });
    await writeFile(world.ledger, 'no folder');
    await expect(withdraw(maja)).rejects.toMatchObject({ kind: 'unavailable', problem: 'withdrawal-not-kept' });
    expect(await withdrawnGivers(id)).toEqual([maja]);
    await rm(world.ledger);
    await withdraw(maja);
    expect((await lines()).at(-1)).toMatchObject({ taken: { basis: id, givers: [maja] } });
  });

  it('is whole in each instance, and a line that was cut off spoils none', async () => {
    const { maja, jonas, withdraw } = await aBasis();
    await withdraw(maja);
    await appendFile(file(), '\n{"municipality":"0450","epo');
    await withdraw(jonas);
    const other = started();
    await other.closeRestored();
    await other.keepAll();
    expect(await world.rows('SELECT FROM register_restored')).toEqual([]);
    expect(await readdir(world.ledger)).toEqual(['consent-0.jsonl']);
    expect(await new WithdrawalFolder(() => ({ folder: world.ledger, instance: '' })).read()).toHaveLength(3);
    await writeFile(file(), (await readFile(file(), 'utf8')).replace('\n{"municipality":"0450","epo\n', '\n'));
  });
});

describe('a register restored from before a withdrawal', () => {
  it('is found by its ledger at start, and takes back what stands there, giver by giver', async () => {
    const [one, other] = [await aBasis(), await aBasis()];
    await restoredFromBefore(async () => {
      await one.withdraw(one.maja);
      await other.withdraw(other.maja, other.jonas);
    });
    const since = await epoch();
    expect(await ended(other.id)).toEqual({ ended: null });
    const instance = started();
    await instance.closeRestored();
    await expect(take(since)).rejects.toMatchObject({ kind: 'unavailable', problem: 'register-restored' });
    expect(await world.rows('SELECT epoch FROM helhed.access_epoch')).toEqual([{ epoch: '-1' }]);
    await instance.keep(nyborg);
    expect(await ended(other.id)).toEqual({ ended: 'withdrawn' });
    expect(await withdrawnGivers(one.id)).toEqual([one.maja]);
    expect(await epoch()).toBe(since + 4);
    // until an operator says that the other services were asked
    await expect(take(since + 4)).rejects.toMatchObject({ problem: 'register-restored' });
    const opened = await world.register.open(nyborg);
    expect(opened).toBe(since + 5);
    expect((await take(since + 4)).demanded).toBe(since + 5);
    const raises = await world.rows('SELECT family_id FROM epoch_raise WHERE epoch > $1 ORDER BY epoch', [since]);
    expect(raises).toHaveLength(5);
    // each number is told by the family that it was raised with
    expect(raises).toMatchObject([{ family_id: one.familyId }, { family_id: other.familyId }, {}, {}, {}]);
  });

  it('is found by a service that has applied more, and no lease is given before it was opened', async () => {
    const { id, familyId, maja, withdraw } = await aBasis();
    await withdraw(maja);
    const since = await epoch();
    await expect(take(since + 7)).rejects.toMatchObject({ problem: 'register-restored' });
    await expect(take(0)).rejects.toMatchObject({ problem: 'register-restored' });
    const basis: TakenBasis = {
      basis: id,
      ended: 'withdrawn',
      endedAt: '2026-10-01T09:15:00.000Z',
      validTo: null,
      givers: [],
    };
    const unknown = { ...basis, basis: newId() };
    const found = [
      { epoch: since + 3, family: familyId, basis },
      { epoch: since + 5, family: familyId, basis: unknown },
    ];
    expect(await world.register.takeBack(nyborg, found, since + 7)).toEqual({ takenBack: 1, unknown: 1 });
    expect(await ended(id)).toEqual({ ended: 'withdrawn' });
    expect(await world.register.takeBack(nyborg, found.slice(0, 1), since + 7)).toEqual({ takenBack: 0, unknown: 0 });
    expect(await world.register.open(nyborg)).toBe(since + 10);
    expect((await take(since + 7)).demanded).toBe(since + 10);
    await expect(world.register.open(nyborg)).rejects.toMatchObject({ problem: 'register-not-closed' });
  });

  it('is found though its number was counted anew for another, whose withdrawal is kept too and waits for every lease', async () => {
    const [one, other] = [await aBasis(), await aBasis()];
    await restoredFromBefore(() => one.withdraw(one.maja, one.jonas));
    const since = await epoch();
    const began = performance.now();
    // by an instance that has not looked since the standby was promoted
    await other.withdraw(other.maja, other.jonas);
    expect(performance.now() - began).toBeGreaterThan(countedMs);
    await expect(take(since + 1)).rejects.toMatchObject({ problem: 'register-restored' });
    expect([await ended(one.id), await ended(other.id)]).toEqual([{ ended: 'withdrawn' }, { ended: 'withdrawn' }]);
    const ofNumber = (await lines()).filter((line) => (line as { epoch: number }).epoch === since + 1);
    expect(ofNumber).toMatchObject([{ taken: { basis: one.id } }, { taken: { basis: other.id } }]);
    await world.register.open(nyborg);
    const instance = started();
    await instance.closeRestored();
    await instance.keepAll();
    expect(await world.rows('SELECT FROM register_restored')).toEqual([]);
  });

  it.each(['at start', 'each second'])('is found %s, though another has its number', async (when) => {
    const [one, other] = [await aBasis(), await aBasis()];
    await restoredFromBefore(() => one.withdraw(one.maja, one.jonas), other.familyId);
    const since = await epoch();
    const instance = started();
    await (when === 'at start' ? instance.closeRestored() : instance.keepAll());
    await expect(take(since)).rejects.toMatchObject({ problem: 'register-restored' });
    await instance.keep(nyborg);
    expect(await ended(one.id)).toEqual({ ended: 'withdrawn' });
    await world.register.open(nyborg);
  });

  it('still takes consents back meanwhile, and counts from where it was opened', async () => {
    const { id, maja, jonas, withdraw } = await aBasis();
    await withdraw(maja);
    await world.register.close();
    await withdraw(jonas);
    expect(await ended(id)).toEqual({ ended: 'withdrawn' });
    const opened = await world.register.open(nyborg);
    expect(await world.rows('SELECT epoch, ahead FROM helhed.access_epoch WHERE municipality = $1', [nyborg])).toEqual([
      { epoch: String(opened), ahead: [] },
    ]);
  });
});
