import { newId } from '@helhed/kernel';
import { as } from '../../test/actors.js';
import { basis } from '../../test/cases.js';
import { familyH, frida, gitte, kim, letHold, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { accept, addOption, leave, offered, point, said, set, words } from '../../test/plans.js';
import { barredFrom, logged } from '../../test/told.js';
import { startWorld, type World } from '../../test/world.js';
import { PrintPlan } from './print-plan.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const print = ({ familyId }: Family, recipient: string, by: Somebody = gitte) =>
  as(by, (actor) => new PrintPlan(world.looks).run(actor, familyId, recipient));

describe('a printed plan', () => {
  it('has the goals that were agreed to, for one of the family, and how many are proposed', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas, alma } = family;
    await letHold(world, family, jonas);
    const childs = await offered(world, family);
    const whole = await said(world, family);
    await addOption(world, whole, 'Vi kan øve os.');
    const gone = await said(world, family);
    await leave(world, gone);
    const own = (
      await set(world, { from: 'family', familyId, memberId: jonas, words: words(jonas, 'Jeg vil tidligere hjem.') })
    ).id;
    expect(await print(family, maja)).toMatchObject({
      printedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      recipientId: maja,
      members: expect.arrayContaining([expect.objectContaining({ personId: alma, name: expect.any(String) })]),
      goals: [{ id: whole, options: [{ text: 'Vi kan øve os.' }] }],
      offered: 1,
      showsPlan: true,
      withheld: [],
    });
    for (const parent of [maja, jonas]) await accept(world, childs, words(parent));
    const ids = async (recipient: string) => (await print(family, recipient)).goals.map(({ id }) => id);
    expect(await ids(maja)).toEqual([childs, whole]);
    expect(await ids(jonas)).toEqual([childs, whole, own]);
    expect(await ids(alma)).toEqual([childs, whole]);
    expect(await logged(world, alma)).toEqual([{ kind: 'look', act: 'plan.print' }]);
  });

  it('for somebody of another family is not there', async () => {
    const [family, other] = [await familyH(world), await familyH(world)];
    for (const recipient of [other.maja, newId()])
      await expect(print(family, recipient)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it.each<[string, Somebody]>([
    ['a partner', trine],
    ['the triager', vibeke],
    ['another unit’s leader of groups', { ...gitte, unit: 'another' }],
  ])('is printed by nobody who is not in the course: %s', async (_, who) => {
    const family = await familyH(world);
    await expect(print(family, family.maja, who)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('has of the plan and of each name what whoever prints it may see', async () => {
    const family = await familyH(world);
    const { maja, jonas, alma } = family;
    await said(world, family);
    const empty = await print(family, maja, kim);
    expect(empty).toMatchObject({ members: [], goals: [], offered: 0, showsPlan: false });
    expect(empty.withheld.map(({ category, reason }) => `${category} ${reason}`)).toEqual(
      expect.arrayContaining(['family-structure no-basis', 'identity no-basis', 'plan no-basis']),
    );
    await basis(world, family.familyId, [maja, jonas, alma], {
      purpose: 'contact-support',
      toUnit: 'db-stjernen',
      categories: ['plan', 'family-structure'],
    });
    const some = await print(family, maja, kim);
    expect(some).toMatchObject({ goals: [{ state: 'agreed' }], showsPlan: true });
    expect(some.members.map(({ name }) => name)).toEqual([undefined, undefined, undefined]);
  });

  it('is the same for everybody where who is in the family is withheld', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas, alma } = family;
    const whole = await said(world, family);
    await set(world, { from: 'family', familyId, memberId: jonas, words: words(jonas, 'Jeg vil tidligere hjem.') });
    const printed = async (recipient: string) => ({ ...(await print(family, recipient, kim)), recipientId: '' });
    const nothing = await printed(newId());
    expect(nothing).toMatchObject({ members: [], goals: [] });
    for (const member of [maja, jonas, alma]) expect(await printed(member)).toEqual(nothing);
    const consent = { purpose: 'contact-support', toUnit: 'db-stjernen', categories: ['plan'] };
    await basis(world, familyId, [maja, jonas, alma], consent);
    const goals = await printed(newId());
    expect(goals).toMatchObject({ members: [], goals: [{ id: whole }], showsPlan: true });
    for (const member of [maja, jonas, alma]) expect(await printed(member)).toEqual(goals);
  });

  it('has the institution’s own point beside the goal, where its registration is shown to whoever prints it', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas, alma } = family;
    const id = await offered(world, family, frida);
    // nothing is said of the point of what is only proposed
    expect(await print(family, maja)).toMatchObject({ goals: [], offered: 1, withheld: [] });
    for (const parent of [maja, jonas]) await accept(world, id, words(parent));
    const without = await print(family, maja);
    expect(without).toMatchObject({
      goals: [{ id }],
      withheld: [{ category: 'registration-form', reason: 'no-basis' }],
    });
    expect(without.goals[0]).not.toHaveProperty('workPoint');
    const terms = { purpose: 'course', fromUnit: 'db-stjernen', toUnit: 'familiestuen' };
    await basis(world, familyId, [alma], { ...terms, categories: ['registration-form'] });
    const workPoint = { point, unit: 'db-stjernen', filledOn: '2026-09-24' };
    expect(await print(family, maja)).toMatchObject({ goals: [{ id, workPoint }], withheld: [] });
  });

  it('is refused to a relative', async () => {
    const family = await familyH(world);
    await barredFrom(world, { ...gitte, sub: 'kaj' }, family.maja);
    await expect(print(family, family.jonas, { ...gitte, sub: 'kaj' })).rejects.toMatchObject({
      problem: 'relative-record',
    });
  });
});
