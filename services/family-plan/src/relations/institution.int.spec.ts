import { randomBytes } from 'node:crypto';
import { keepUnit } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { basis, decline, programme, seat } from '../../test/cases.js';
import { familyH, tie, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { events, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { FindFamily } from '../families/find-family.js';
import { EndRelation } from './end-relation.js';
import { FindRelations } from './find-relations.js';
import { SetRelation } from './set-relation.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const unit = { unit: 'skole-nord', parent: null, retired: false, insideParent: false, outside: false };
  await world.database.inTransaction(nyborg, (tx) => keepUnit(tx, { ...unit, institution: true }));
});
afterAll(() => world.stop());

const karl = { ...personIn(nyborg, 'contact-pedagogue', 'skole-nord'), sub: 'karl' };
const lead = { ...personIn(nyborg, 'programme-lead', 'skole-nord'), sub: 'lis' };
const attends = ({ familyId }: Family, personId: string, changes: object = {}, actor = vibeke, key?: string) =>
  as(
    actor,
    (someone) =>
      new SetRelation(world.database, world.families).run(someone, {
        familyId,
        programme,
        kind: 'institution',
        unit: 'skole-nord',
        personId,
        ...changes,
      }),
    key,
  );
const end = (id: string, actor: Somebody, on?: string) =>
  as(actor, (someone) => new EndRelation(world.database, world.families).run(someone, id, 1, on));
const read = ({ familyId }: Family, actor: Somebody) =>
  as(actor, (someone) => new FindFamily(world.looks).get(someone, familyId));
const list = ({ familyId }: Family, actor: Somebody = vibeke) =>
  as(actor, (someone) =>
    new FindRelations(world.looks, new Paging(randomBytes(32))).ofFamily(someone, familyId, { limit: 50 }),
  );
const notThere = { kind: 'not-found' };

describe('a child’s institution', () => {
  it('is told and listed by its unit, and the child by nothing', async () => {
    const family = await received(world);
    const row = await attends(family, family.alma);
    expect(row).toMatchObject({ kind: 'institution', unit: 'skole-nord', sub: null, function: null });
    const told = await events(world, family.familyId, 'relation-set');
    expect(told.map(({ data }) => data)).toEqual([
      expect.objectContaining({
        relationId: row.id,
        kind: 'institution',
        unit: 'skole-nord',
        sub: null,
        function: null,
      }),
    ]);
    const listed = (await list(family)).items;
    expect(listed).toEqual([row]);
    expect(JSON.stringify([row, told, listed])).not.toContain(family.alma);
  });

  it.each<[string, (family: Family, other: Family) => string]>([
    ['an adult of the family', ({ maja }) => maja],
    ['a child of another family', (_, { alma }) => alma],
    ['nobody', () => newId()],
  ])('is not set for %s', async (_, whom) => {
    const [family, other] = [await received(world), await received(world)];
    await expect(attends(family, whom(family, other))).rejects.toMatchObject({ problem: 'not-a-member' });
    const [look] = await world.rows<{ subjects: string[] }>(
      `SELECT kind, act, subjects FROM helhed.access_log ORDER BY id DESC LIMIT 1`,
    );
    expect(look).toMatchObject({ kind: 'look', act: 'relation.set' });
    const isMember = whom(family, family) === family.maja;
    expect(look?.subjects.toSorted()).toEqual([family.familyId, ...(isMember ? [family.maja] : [])].toSorted());
    expect(await events(world, family.familyId, 'relation-set')).toEqual([]);
  });

  it('is set by nobody for the unit they act in, and for a child once', async () => {
    const family = await received(world);
    await expect(attends(family, family.alma, { unit: 'visitation' })).rejects.toMatchObject({
      problem: 'own-relation',
    });
    const key = newId();
    const first = await attends(family, family.alma, {}, vibeke, key);
    expect(await attends(family, family.alma, {}, vibeke, key)).toEqual(first);
    const told = (await events(world, family.familyId, 'relation-set')).length;
    // said anew it is no refusal, which would tell that this is the child
    expect(await attends(family, family.alma)).toEqual(first);
    expect(await events(world, family.familyId, 'relation-set')).toHaveLength(told);
    await attends(family, family.alma, { unit: 'sfo-nord' });
    expect((await list(family)).total).toBe(2);
  });

  it('set by many at once is so once', async () => {
    const family = await received(world);
    const answers = await Promise.all(Array.from({ length: 12 }, () => attends(family, family.alma)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await events(world, family.familyId, 'relation-set')).toHaveLength(1);
  });

  it('ends by whom it names: whoever carries cases there, and no other', async () => {
    const family = await received(world);
    const { id } = await attends(family, family.alma);
    await expect(end(id, { ...karl, unit: 'skole-syd' })).rejects.toMatchObject(notThere);
    expect(await end(id, karl)).toMatchObject({ version: 2 });
    expect(await events(world, family.familyId, 'relation-ended')).toHaveLength(1);
  });

  describe('of a child who comes of age', () => {
    afterEach(() => world.live());
    const toOf = async ({ familyId }: Family) =>
      (await events(world, familyId, 'relation-ended')).map(({ data }) => data['to']);

    it('ends that day, of which nobody is told before it is near', async () => {
      const family = await received(world); // Alma comes of age on 2040-04-02
      const { id } = await attends(family, family.alma);
      await world.live('2040-03-02');
      expect(await world.atMajority.run()).toBe(0);
      await world.live('2040-03-03');
      await Promise.all([world.atMajority.run(), world.atMajority.run()]);
      expect(await toOf(family)).toEqual(['2040-04-02']);
      expect((await list(family)).items).toMatchObject([{ id, to: '2040-04-02' }]);
      await world.live('2040-04-02');
      expect((await list(family)).total).toBe(0);
    });

    it('ends after a stop, and nobody is told which day it was', async () => {
      const family = await received(world);
      await attends(family, family.alma);
      await world.live('2040-06-01');
      await world.atMajority.run();
      expect(await toOf(family)).toEqual(['2040-06-01']);
      await expect(attends(family, family.alma)).rejects.toMatchObject({ problem: 'not-a-member' });
    });

    it('ends that day though it is set when the day is near, and by its own end where that is first', async () => {
      await world.live('2040-03-20');
      const [near, short] = [await received(world), await received(world)];
      await attends(near, near.alma);
      await attends(short, short.alma, { to: '2040-04-01' });
      await world.atMajority.run();
      expect([await toOf(near), await toOf(short)]).toEqual([['2040-04-02'], []]);
    });

    it('is ended no more where somebody ended it before', async () => {
      const family = await received(world);
      const { id } = await attends(family, family.alma);
      await end(id, vibeke, '2039-01-01');
      await world.live('2040-03-03');
      await world.atMajority.run();
      expect(await toOf(family)).toEqual(['2039-01-01']);
    });
  });

  it('goes with a family that is erased', async () => {
    const family = await received(world);
    await attends(family, family.alma);
    await decline(world, family);
    await world.live('2100-12-31');
    await world.erasure.run();
    await world.live();
    expect(await world.rows('SELECT FROM relation WHERE family_id = $1', [family.familyId])).toEqual([]);
    const left = 'SELECT FROM relation_due d LEFT JOIN relation r ON r.id = d.relation_id WHERE r.id IS NULL';
    expect(await world.rows(left)).toEqual([]);
    expect(await world.rows('SELECT FROM person WHERE id = $1', [family.alma])).toEqual([]);
    expect(await events(world, family.familyId, 'relation-ended')).toHaveLength(1);
  });
});

describe('an institution reaches its own children only', () => {
  it('its partner finds the family while a child of it attends, and not before or after', async () => {
    const family = await familyH(world);
    await expect(read(family, trine)).rejects.toMatchObject(notThere);
    const { id } = await attends(family, family.alma);
    expect(await read(family, trine)).toMatchObject({ id: family.familyId });
    expect((await list(family, trine)).total).toBe(4);
    await end(id, vibeke);
    await expect(read(family, trine)).rejects.toMatchObject(notThere);
    await expect(list(family, trine)).rejects.toMatchObject(notThere);
  });

  it.each(['team', 'contact'] as const)('and so does whoever is %s there', async (kind) => {
    const family = await received(world);
    await tie(world, family, kind, karl);
    await expect(read(family, karl)).rejects.toMatchObject(notThere);
    await attends(family, family.alma, { from: '2099-01-01' });
    await expect(read(family, karl)).rejects.toMatchObject(notThere);
    await attends(family, family.alma, { from: '2020-01-01', to: '2098-12-31' });
    expect(await read(family, karl)).toMatchObject({ id: family.familyId });
  });

  it('every case function of it finds the family of a child who attends, and sees what its basis covers', async () => {
    const family = await received(world);
    await seat(world, family);
    await attends(family, family.alma);
    expect((await read(family, karl)).members).toBeUndefined();
    await basis(world, family.familyId, [family.maja, family.jonas, family.alma], {});
    expect((await read(family, karl)).members).toHaveLength(3);
    for (const actor of [{ ...karl, unit: 'skole-syd' }, lead])
      await expect(read(family, actor)).rejects.toMatchObject(notThere);
  });
});
