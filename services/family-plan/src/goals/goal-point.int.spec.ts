import { FindReaders, Looks, noGround, standingBasesIn } from '@helhed/access';
import { holdFunctions } from '@helhed/testing';
import { as } from '../../test/actors.js';
import { basis, takeBack } from '../../test/cases.js';
import { citizen } from '../../test/child-views.js';
import { familyH, frida, gitte, kim, type Family, type Somebody } from '../../test/family-h.js';
import { accept, fill, goals, offered, point, said, set, words, workPointOf } from '../../test/plans.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { readers } from '../families/readers-of-families.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, 'familiestuen:group-leader'));
});
afterAll(() => world.stop());

const own = { point, unit: 'db-stjernen', filledOn: '2026-09-24' };
const noPoint = [{ category: 'registration-form', reason: 'no-basis' }];

/** What lets the leader of the group read what the day care registered of Alma. */
const disclose = ({ familyId, alma }: Family, changes: object = {}) =>
  basis(world, familyId, [alma], {
    purpose: 'course',
    fromUnit: 'db-stjernen',
    toUnit: 'familiestuen',
    categories: ['registration-form'],
    ...changes,
  });
const only = async (family: Family, by: Somebody = gitte) => {
  const { items, total } = await goals(world, family, by);
  expect([items.length, total]).toEqual([1, 1]);
  return items[0];
};

describe('the institution’s own point', () => {
  it('is read beside the goal that the parents made of it, as it was written, by whom and when', async () => {
    const family = await familyH(world);
    const id = await offered(world, family, frida);
    for (const parent of [family.maja, family.jonas]) await accept(world, id, words(parent, 'Hun må sige stop.'));
    await disclose(family);
    const said = { state: 'agreed', words: [{ said: 'Hun må sige stop.' }, { said: 'Hun må sige stop.' }] };
    expect(await only(family)).toMatchObject({ ...said, workPoint: own, withheld: [] });
  });

  it('is withheld, by name, from whom the registration is withheld from: the goal is shown all the same', async () => {
    const family = await familyH(world);
    await offered(world, family, frida);
    const goal = await only(family);
    expect(goal).toMatchObject({ state: 'offered', memberId: family.alma, withheld: noPoint });
    expect(goal).not.toHaveProperty('workPoint');
    const given = await disclose(family);
    expect(await only(family)).toMatchObject({ workPoint: own, withheld: [] });
    await takeBack(world, given);
    const [withheld] = [{ ...noPoint[0], reason: 'consent-withdrawn' }];
    expect(await only(family)).toMatchObject({ state: 'offered', withheld: [withheld] });
    // the coordinator, who offered it, reads it on another's basis
    expect(await only(family, frida)).toMatchObject({ workPoint: own, withheld: [] });
  });

  it('is not shown by a basis for another purpose, another category, or from another unit', async () => {
    const family = await familyH(world);
    await offered(world, family, frida);
    await disclose(family, { purpose: 'coordination' });
    await disclose(family, { categories: ['plan'] });
    await disclose(family, { fromUnit: 'visitation' });
    expect(await only(family)).toMatchObject({ state: 'offered', withheld: noPoint });
  });

  it('tells nobody who may not read the plan that there is one: also not the institution that wrote it', async () => {
    const [family, other] = [await familyH(world), await familyH(world)];
    await offered(world, family, frida);
    await said(world, other);
    const withheld = [{ category: 'plan', reason: 'no-basis' }, ...noPoint];
    for (const each of [family, other]) expect((await only(each, kim))?.withheld).toEqual(withheld);
    const { familyId, maja, jonas, alma } = family;
    const terms = { purpose: 'contact-support', toUnit: 'db-stjernen', categories: ['plan' as const] };
    await basis(world, familyId, [maja, jonas, alma], terms);
    expect(await only(family, kim)).toMatchObject({ workPoint: own, withheld: [] });
  });

  it('is told of once among who may see what was registered of the child', async () => {
    const family = await familyH(world);
    await offered(world, family, frida);
    const given = await disclose(family);
    const maja = await citizen(world, family.maja);
    const found = await as(maja, (someone) => new FindReaders(world.looks, readers).run(someone, family.alma));
    const mine = found.filter(({ category, relation }) => category === 'registration-form' && relation === 'group');
    expect(mine).toMatchObject([{ unit: 'familiestuen', function: 'group-leader', purpose: 'course' }]);
    expect(mine[0]?.bases).toContain(given.basisId);
  });

  it('there is none beside what the family says itself', async () => {
    const family = await familyH(world);
    await said(world, family);
    const goal = await only(family);
    expect(goal).toMatchObject({ workPointId: null, withheld: [] });
    expect(goal).not.toHaveProperty('workPoint');
  });

  it('waits while nobody can say whether it may still be read; the unit’s own does not', async () => {
    const [family, at] = [await familyH(world), await familyH(world)];
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    await offered(world, family, frida);
    expect(await goals({ ...world, looks }, family)).toMatchObject({ items: [{ withheld: noPoint }] });
    await disclose(family);
    await expect(goals({ ...world, looks }, family)).rejects.toMatchObject({ problem: 'consent-unavailable' });
    await fill(world, at, { by: gitte });
    await disclose(at, { toUnit: 'db-stjernen', fromUnit: 'familiestuen', purpose: 'contact-support' });
    await set(world, { from: 'work-point', familyId: at.familyId, workPointId: await workPointOf(world, at) });
    const items = [{ workPoint: { ...own, unit: 'familiestuen' }, withheld: [] }];
    expect(await goals({ ...world, looks }, at)).toMatchObject({ items });
  });
});
