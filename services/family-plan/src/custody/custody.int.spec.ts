import { randomBytes } from 'node:crypto';
import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { majaJonasAndAlma, refer } from '../../test/families.js';
import { barredFrom, events, logged, received } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { FindFamily } from '../families/find-family.js';
import { EndCustody } from './end-custody.js';
import { FindCustody } from './find-custody.js';
import { RecordCustody } from './record-custody.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

type Family = Awaited<ReturnType<typeof received>>;
const told = ({ familyId, alma, jonas }: Family, changes: object = {}) => ({
  familyId,
  childId: alma,
  holderId: jonas,
  from: '2026-09-20',
  ...changes,
});
const triager = (municipality = nyborg) => personIn(municipality);
const record = (family: Family, changes: object = {}, key?: string) =>
  as(triager(), (actor) => new RecordCustody(world.database, world.families).run(actor, told(family, changes)), key);
const end = (id: string, version: number, on?: string, actor = triager()) =>
  as(actor, (someone) => new EndCustody(world.database, world.families).run(someone, id, version, on));
const list = ({ familyId }: Family) =>
  as(triager(), (actor) =>
    new FindCustody(world.looks, new Paging(randomBytes(32))).ofFamily(actor, familyId, { limit: 50 }),
  );
const only = async (family: Family) => (await list(family)).items[0]?.id as string;
const holders = async (family: Family) => {
  const { members } = await as(personIn(nyborg), (actor) => new FindFamily(world.looks).get(actor, family.familyId));
  return members?.find(({ personId }) => personId === family.alma)?.custodyHolders?.toSorted();
};

describe('custody', () => {
  afterEach(() => world.live());

  it('ends at majority, of which nobody is told before it is near; after a stop at once, as over', async () => {
    const [family, other] = [await received(world), await received(world)];
    const told = async ({ familyId }: Family) =>
      (await events(world, familyId))
        .filter(({ name }) => name.startsWith('custody'))
        .map(({ name, data }) => [name, data['to']]);
    await world.live('2040-03-02');
    expect(await world.dueCustody.run()).toBe(0);
    await world.live('2040-03-03');
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE custody_due SET due_on = '2040-05-01' WHERE custody_id IN (
         SELECT id FROM custody WHERE family_id = '${other.familyId}')`,
    );
    expect(await world.dueCustody.run()).toBeGreaterThan(0);
    expect(await told(family)).toEqual([
      ['custody-recorded', null],
      ['custody-recorded', '2040-04-02'],
    ]);
    expect(await told(other)).toHaveLength(1);
    await world.live('2040-05-01');
    expect([await world.dueCustody.run(), await world.dueCustody.run()]).toEqual([1, 0]);
    expect((await told(other)).at(-1)).toEqual(['custody-ended', '2040-05-01']);
  });

  it('that a referral tells of is kept, since before it was told, and told to the other services', async () => {
    const family = await received(world);
    expect((await list(family)).items).toMatchObject([
      { childId: family.alma, holderId: family.maja, from: null, to: null },
    ]);
    const [event] = await events(world, family.familyId, 'custody-recorded');
    expect(event?.data).toMatchObject({
      familyId: family.familyId,
      childId: family.alma,
      holderId: family.maja,
      to: null,
    });
  });

  it('that is recorded holds, is told and is logged', async () => {
    const family = await received(world);
    const { id } = await record(family);
    const [, event] = await events(world, family.familyId, 'custody-recorded');
    expect(event?.data).toEqual({ custodyId: id, ...told(family), to: null });
    expect(await logged(world, family.jonas)).toEqual([{ kind: 'command', act: 'custody.record' }]);
    expect(await holders(family)).toEqual([family.maja, family.jonas].toSorted());
  });

  it('that ends is told, gives nothing from that day on, and stays as history', async () => {
    const family = await received(world);
    const { id } = await record(family);
    expect(await end(id, 1)).toEqual({ id, familyId: family.familyId, version: 2 });
    const [event] = await events(world, family.familyId, 'custody-ended');
    expect(event?.data).toMatchObject({ custodyId: id, holderId: family.jonas, to: expect.any(String) });
    expect(await holders(family)).toEqual([family.maja]);
    expect((await list(family)).total).toBe(2);
    await expect(end(id, 1)).rejects.toMatchObject({ problem: 'stale' });
    await expect(end(id, 2, '2099-01-01')).rejects.toMatchObject({ problem: 'already-ended' });
  });

  it('that was ended is not taken up again because a sender says so in another referral', async () => {
    const cprs: [string, string, string] = [fakeCpr(), fakeCpr(), fakeCpr()];
    const family = await received(world, cprs);
    const id = await only(family);
    await end(id, 1);
    const again = await received(world, cprs);
    expect(again.alma).toBe(family.alma);
    expect((await list(again)).items).toMatchObject([{ id, to: expect.any(String) }]);
    expect(await events(world, again.familyId, 'custody-recorded')).toEqual([]);
  });

  it('of a child in two families is one, whichever it was told of', async () => {
    const cprs: [string, string, string] = [fakeCpr(), fakeCpr(), fakeCpr()];
    const [family, other] = [await received(world, cprs), await received(world, cprs)];
    expect((await list(other)).items).toEqual((await list(family)).items);
    expect(await holders(other)).toEqual([family.maja]);
  });

  it('is answered again, and logged, only to whom it still would be', async () => {
    const family = await received(world);

    const key = newId();
    const made = await record(family, {}, key);
    expect(await record(family, {}, key)).toEqual(made);
    expect(await logged(world, family.familyId)).toEqual([{ kind: 'look', act: 'custody.record' }]);
    await barredFrom(world, triager(), family.maja);
    await expect(record(family, {}, key)).rejects.toMatchObject({ problem: 'relative-record' });
  });

  it('that is known already is refused, and the refusal is a look that the family can read of', async () => {
    const family = await received(world);
    await record(family);
    await expect(record(family)).rejects.toMatchObject({ problem: 'custody-known' });
    expect(await logged(world, family.familyId)).toEqual([{ kind: 'look', act: 'custody.record' }]);
  });

  it('happens once for one Idempotency-Key, and leaves nothing behind when it is refused', async () => {
    const family = await received(world);
    const key = newId();
    expect(await record(family, {}, key)).toEqual(await record(family, {}, key));
    await expect(record(family, { from: '2026-10-01' })).rejects.toMatchObject({ problem: 'custody-known' });
    await expect(record(family, { holderId: newId() })).rejects.toMatchObject({ problem: 'not-a-member' });
    // outside a request nobody is known to the log: the row and its event are written by then
    const unlogged = new RecordCustody(world.database, world.families).run(
      triager(),
      told(family, { holderId: family.maja, to: undefined, childId: family.jonas }),
    );
    await expect(unlogged).rejects.toThrow('needs an actor');
    expect((await list(family)).total).toBe(2);
    expect(await events(world, family.familyId, 'custody-recorded')).toHaveLength(2);
  });

  it('is of a family that is known here; another municipality’s is not there', async () => {
    const family = await received(world);
    await expect(record({ ...family, familyId: newId() })).rejects.toMatchObject({ problem: 'family-unknown' });
    const id = await only(family);
    const [elsewhere, nowhere] = [() => end(id, 1, undefined, triager(esbjerg)), () => end(newId(), 1)];
    for (const refused of [elsewhere, nowhere])
      await expect(refused()).rejects.toMatchObject({
        kind: 'not-found',
        detail: { en: expect.stringContaining('What was asked for') },
      });
  });

  it('recorded by many at once is recorded once, and ended by many at once is ended once', async () => {
    const family = await received(world);
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => record(family)));
    const made = attempts.filter(({ status }) => status === 'fulfilled');
    expect(made).toHaveLength(1);
    const { id } = (made[0] as PromiseFulfilledResult<{ id: string }>).value;
    const ends = await Promise.allSettled(Array.from({ length: 12 }, () => end(id, 1)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await events(world, family.familyId, 'custody-ended')).toHaveLength(1);
  });

  it('stays with a child who is in another family when the one that it was told of is erased, and goes with a person', async () => {
    const cprs: [string, string, string] = [fakeCpr(), fakeCpr(), fakeCpr()];
    const [first, second] = [await received(world, cprs), await received(world, cprs)];
    const due = (familyId: string) =>
      world.asOwner(`SELECT helhed.enter('0450'); UPDATE family SET erase_on = '2020-01-01' WHERE id = '${familyId}'`);
    await due(first.familyId);
    await world.erasure.run();
    expect((await list(second)).items).toMatchObject([{ holderId: first.maja, from: null, to: null }]);
    expect(await holders(second)).toEqual([first.maja]);
    expect((await events(world, first.familyId)).map(({ name }) => name)).toContain('custody-ended');
    expect((await events(world, second.familyId)).map(({ name }) => name)).toContain('custody-recorded');
    await due(second.familyId);
    await world.erasure.run();
    expect(await world.rows('SELECT id FROM custody WHERE child_id = $1', [first.alma])).toEqual([]);
    const left = await world.rows(
      'SELECT FROM custody_due d LEFT JOIN custody c ON c.id = d.custody_id WHERE c.id IS NULL',
    );
    expect(left).toEqual([]);
    expect((await events(world, second.familyId)).map(({ name }) => name)).toContain('custody-ended');
  });
});

describe('what a referral says of custody', () => {
  it('is the same for two referrals at once', async () => {
    const cprs: [string, string, string] = [fakeCpr(), fakeCpr(), fakeCpr()];
    const referred = Array.from({ length: 6 }, () => refer(world, majaJonasAndAlma(cprs)));
    await Promise.all(referred.map(({ event }) => world.applier.apply([event])));
    for (const { event } of referred) await world.applier.apply([event]);
    const again = await received(world, cprs);
    expect((await list(again)).total).toBe(1);
  });
});
