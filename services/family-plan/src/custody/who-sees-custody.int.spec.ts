import { randomBytes } from 'node:crypto';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { basis, takeBack, tellStructure } from '../../test/cases.js';
import { familyH, frida, gitte, tie, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { EndCustody } from './end-custody.js';
import { FindCustody } from './find-custody.js';
import { RecordCustody } from './record-custody.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const custody = ({ familyId }: Family, actor: Somebody) =>
  as(actor, (someone) =>
    new FindCustody(world.looks, new Paging(randomBytes(32))).ofFamily(someone, familyId, { limit: 50 }),
  );

describe('the list of custody', () => {
  it.each([
    ['the triager', vibeke],
    ['the coordinator', frida],
  ])('shows %s who holds it', async (_, who) => {
    const family = await familyH(world);
    const { items, total, withheld } = await custody(family, who);
    expect([total, items]).toMatchObject([1, [{ childId: family.alma, holderId: family.maja }]]);
    expect(withheld).toEqual([]);
  });

  it('tells somebody of the team from another area not who is a child, nor how many hold custody', async () => {
    const family = await familyH(world);
    const tom = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'tom' };
    await tie(world, family, 'team', tom);
    const nothing = { items: [], told: [], next: null, total: 0 };
    expect(await custody(family, tom)).toEqual({ ...nothing, withheld: [{ category: 'custody', reason: 'no-basis' }] });
    const everybody = [family.maja, family.jonas, family.alma];
    const disclose = (category: string) =>
      basis(world, family.familyId, everybody, { toUnit: 'ppr', purpose: 'coordination', categories: [category] });
    await disclose('family-structure');
    const ofAlma = { category: 'custody', reason: 'no-basis', person: family.alma };
    expect(await custody(family, tom)).toEqual({ ...nothing, withheld: [ofAlma] });
    await disclose('custody');
    expect(await custody(family, tom)).toMatchObject({ total: 1, items: [{ childId: family.alma }], withheld: [] });
  });

  it('tells by no version that a custody which is withheld has ended', async () => {
    const family = await familyH(world);
    const tom = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'tom' };
    await tie(world, family, 'team', tom);
    const before = await custody(family, tom);
    const { items } = await custody(family, vibeke);
    await as(vibeke, (actor) => new EndCustody(world.database, world.families).run(actor, items[0]!.id, 1, undefined));
    expect((await custody(family, vibeke)).items).toMatchObject([{ version: 2 }]);
    expect(await custody(family, tom)).toEqual(before);
  });

  it('is recorded by nobody to whom it is withheld who is in the family, and that tells not who is', async () => {
    const family = await familyH(world);
    const tom = { ...personIn(nyborg, 'social-worker', 'ppr'), sub: 'tom' };
    await tie(world, family, 'team', tom);
    const { familyId, alma, jonas } = family;
    const record = (childId: string, holderId: string) =>
      as(tom, (actor) =>
        new RecordCustody(world.database, world.families).run(actor, {
          familyId,
          childId,
          holderId,
          from: '2026-09-20',
        }),
      );
    const refused = { problem: 'not-a-member', fields: [] };
    await expect(record(newId(), newId())).rejects.toMatchObject(refused);
    await expect(record(alma, jonas)).rejects.toMatchObject(refused);
    await takeBack(world, await tellStructure(world, family, 'ppr'));
    await expect(record(alma, jonas)).rejects.toMatchObject(refused);
    // who is in it is not who holds custody
    await tellStructure(world, family, 'ppr');
    await expect(record(alma, jonas)).rejects.toMatchObject(refused);
    await tellStructure(world, family, 'ppr', { categories: ['custody'] });
    expect(await record(alma, jonas)).toMatchObject({ familyId });
    await expect(record(alma, jonas)).rejects.toMatchObject({ problem: 'custody-known' });
    const looks = () => world.rows('SELECT id FROM helhed.access_log WHERE subjects @> ARRAY[$1::uuid]', [familyId]);
    const { length: before } = await looks();
    await expect(record(alma, newId())).rejects.toMatchObject(refused);
    expect(await looks()).toHaveLength(before + 1);
  });

  it('is ended by whom it is withheld from as if nobody had changed it; to others a lost update is one', async () => {
    const family = await familyH(world);
    const tom = { ...personIn(nyborg, 'social-worker', 'ppr'), sub: 'tom' };
    await tie(world, family, 'team', tom);
    const custodyTold = await tellStructure(world, family, 'ppr', { categories: ['family-structure', 'custody'] });
    const { database, families } = world;
    const { familyId, alma: childId, jonas: holderId } = family;
    const told = { familyId, childId, holderId, from: '2026-09-20', to: '2099-12-01' };
    const record = (key: string) => as(tom, (actor) => new RecordCustody(database, families).run(actor, told), key);
    const end = (who: Somebody, id: string, on: string, version = 1) =>
      as(who, (actor) => new EndCustody(database, families).run(actor, id, version, on));
    const key = newId();
    const made = await record(key);
    expect(made.version).toBe(1);
    await takeBack(world, custodyTold);
    expect(await end(vibeke, made.id, '2099-11-01')).toEqual({ ...made, version: 2 });
    expect(await record(key)).toEqual(made);
    expect(await end(tom, made.id, '2099-11-15')).toEqual(made);
    await expect(end(tom, made.id, '2099-10-01', 2)).rejects.toMatchObject({ problem: 'stale' });
    expect(await end(tom, made.id, '2099-10-01')).toEqual(made);
    const { items } = await custody(family, vibeke);
    expect(items.find(({ id }) => id === made.id)).toMatchObject({ to: '2099-10-01', version: 3 });
    await expect(end(vibeke, made.id, '2099-09-01', 2)).rejects.toMatchObject({ problem: 'stale' });
    await expect(end(vibeke, made.id, '2099-10-01', 3)).rejects.toMatchObject({ problem: 'already-ended' });
    const everybody = [family.maja, family.jonas, family.alma];
    for (const category of ['family-structure', 'custody'])
      await basis(world, familyId, everybody, { toUnit: 'ppr', purpose: 'coordination', categories: [category] });
    await expect(end(tom, made.id, '2099-09-01')).rejects.toMatchObject({ problem: 'stale' });
    expect(await end(tom, made.id, '2099-09-01', 3)).toEqual({ ...made, version: 4 });
  });

  it('is not there for the leader of its group, nor for a partner', async () => {
    const family = await familyH(world);
    for (const who of [gitte, trine]) await expect(custody(family, who)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
