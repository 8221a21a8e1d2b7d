import { FindHoldings } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { as } from '../../test/actors.js';
import { basis, tellStructure } from '../../test/cases.js';
import { citizen } from '../../test/child-views.js';
import { familyH, frida, gitte, kim, letHold, trine, type Family, type Somebody } from '../../test/family-h.js';
import {
  accept,
  goals,
  leave,
  offered,
  point,
  pointTold,
  registrations,
  set,
  tellForm,
  words,
  workPointOf,
} from '../../test/plans.js';
import { events } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { holdings } from '../families/held-families.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const first = async (family: Family) => (await goals(world, family)).items[0];

/** Both parents hold custody of Alma. */
async function bothHold(): Promise<Family> {
  const family = await familyH(world);
  await letHold(world, family, family.jonas);
  return family;
}

describe('a work point', () => {
  it('is offered as a goal, and becomes one when both parents have accepted it in their own words', async () => {
    const family = await bothHold();
    const id = await offered(world, family);
    expect(await first(family)).toMatchObject({
      id,
      state: 'offered',
      memberId: family.alma,
      words: [],
      agreedOn: null,
    });
    await accept(world, id, words(family.maja, 'Alma skal turde sige stop.'));
    expect(await first(family)).toMatchObject({ state: 'offered' });
    await accept(world, id, words(family.jonas, 'Hun skal ikke give sig altid.'));
    expect(await first(family)).toMatchObject({
      state: 'agreed',
      words: expect.arrayContaining([
        { personId: family.maja, said: 'Alma skal turde sige stop.', saidOn: '2026-09-28' },
        { personId: family.jonas, said: 'Hun skal ikke give sig altid.', saidOn: '2026-09-28' },
      ]),
    });
    // the institution’s own point stays beside it, as it was written
    const [registration] = (await registrations(world, family)).items;
    expect(registration?.workPoints).toEqual([{ id: (await first(family))?.workPointId, point }]);
    const told = await events(world, family.familyId, 'goal-moved');
    expect(told.map(({ data }) => [data['goalId'], data['state']])).toEqual([
      [id, 'offered'],
      [id, 'agreed'],
    ]);
  });

  it('is told by no event in anybody’s words, and again by the snapshot as it stands', async () => {
    const family = await familyH(world);
    const id = await offered(world, family);
    await accept(world, id, words(family.maja));
    await leave(world, id);
    const told = await events(world, family.familyId, 'goal-moved');
    expect(JSON.stringify(told)).not.toMatch(/Vi vil|Alma/);
    const again = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, family.familyId));
    expect(again.filter(({ type }) => type.includes('goal-moved')).map(({ data }) => data)).toEqual([
      told.at(-1)?.data,
    ]);
  });

  it('is no goal while one parent has said nothing, nor by the child’s words; and none once the family left it', async () => {
    const family = await bothHold();
    const id = await offered(world, family);
    for (const person of [family.maja, family.alma]) await accept(world, id, words(person));
    expect(await first(family)).toMatchObject({ state: 'offered' });
    await leave(world, id);
    await leave(world, id);
    expect(await first(family)).toMatchObject({ state: 'left', agreedOn: null });
    await expect(accept(world, id, words(family.jonas))).rejects.toMatchObject({ problem: 'goal-fixed' });
    expect((await events(world, family.familyId, 'goal-moved')).map(({ data }) => data['state'])).toEqual([
      'offered',
      'left',
    ]);
  });

  it('is offered once while it is open, and anew when it was left', async () => {
    const family = await familyH(world);
    const id = await offered(world, family);
    const wish = {
      from: 'work-point' as const,
      familyId: family.familyId,
      workPointId: await workPointOf(world, family),
    };
    await tellForm(world, family, { purpose: 'coordination', toUnit: 'familieafdelingen' });
    expect((await set(world, wish, frida)).id).toBe(id);
    await leave(world, id);
    const anew = await set(world, wish);
    expect(anew.id).not.toBe(id);
    expect((await goals(world, family)).total).toBe(2);
  });

  it('offered by eight at once is one goal', async () => {
    const family = await familyH(world);
    const wish = {
      from: 'work-point' as const,
      familyId: family.familyId,
      workPointId: await pointTold(world, family),
    };
    const made = await Promise.all(Array.from({ length: 8 }, () => set(world, wish)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe('what the family says itself', () => {
  it('is a goal at once, the family’s or a member’s, and its words are kept', async () => {
    const family = await familyH(world);
    const said = words(family.maja, 'Vi vil spise sammen hver aften.');
    const key = newId();
    const whole = { from: 'family' as const, familyId: family.familyId, words: said };
    await tellStructure(world, family, 'db-stjernen', { purpose: 'contact-support' });
    const made = await set(world, whole, kim, key);
    expect(await set(world, whole, kim, key)).toEqual(made);
    await set(world, { ...whole, memberId: family.jonas, words: words(family.jonas, 'Jeg vil tidligere hjem.') });
    expect((await goals(world, family)).items).toMatchObject([
      { state: 'agreed', memberId: null, workPointId: null, words: [said] },
      { state: 'agreed', memberId: family.jonas, words: [{ said: 'Jeg vil tidligere hjem.' }] },
    ]);
    const [row] = await world.rows<{ text: string }>('SELECT w::text AS text FROM goal_words w WHERE goal_id = $1', [
      made.id,
    ]);
    expect(row?.text).not.toContain(Buffer.from(said.said).toString('hex'));
  });

  it('is rewritten by nobody; said again it is as before', async () => {
    const family = await familyH(world);
    const id = await offered(world, family);
    await accept(world, id, words(family.maja));
    await accept(world, id, words(family.maja));
    await expect(accept(world, id, words(family.maja, 'Noget andet.'))).rejects.toMatchObject({
      problem: 'goal-fixed',
    });
    expect((await first(family))?.words).toEqual([words(family.maja)]);
  });

  it.each<[string, (family: Family) => Parameters<typeof set>[1], string]>([
    [
      'of nobody in the family',
      ({ familyId }) => ({ from: 'family', familyId, words: words(newId()) }),
      'not-a-member',
    ],
    [
      'for nobody in the family',
      ({ familyId, maja }) => ({ from: 'family', familyId, memberId: newId(), words: words(maja) }),
      'not-a-member',
    ],
    [
      'said tomorrow',
      ({ familyId, maja }) => ({ from: 'family', familyId, words: { ...words(maja), saidOn: '2999-01-01' } }),
      'goal-incomplete',
    ],
    [
      'from a point that is nowhere',
      ({ familyId }) => ({ from: 'work-point', familyId, workPointId: newId() }),
      'work-point-unknown',
    ],
    [
      'of a family that is nowhere',
      ({ maja }) => ({ from: 'family', familyId: newId(), words: words(maja) }),
      'family-unknown',
    ],
  ])('%s is refused', async (_, wish, problem) => {
    const family = await familyH(world);
    await expect(set(world, wish(family))).rejects.toMatchObject({ kind: 'rule', problem });
    expect((await goals(world, family)).total).toBe(0);
  });

  it('of another family’s work point is refused', async () => {
    const [family, other] = [await familyH(world), await familyH(world)];
    const workPointId = await pointTold(world, other);
    const wish = { from: 'work-point' as const, familyId: family.familyId, workPointId };
    await expect(set(world, wish)).rejects.toMatchObject({ problem: 'work-point-unknown' });
  });
});

describe('who sees the plan', () => {
  const point = { category: 'registration-form', reason: 'no-basis' };
  // whether an institution offered it is told by the plan alone (A-SEC-06)
  const withheld = [{ category: 'plan', reason: 'no-basis' }, point];

  it.each<[string, Somebody, string?, typeof withheld?]>([
    ['the leader of the group, who offered it', gitte, 'offered', []],
    ['the coordinator', frida, 'offered', [point]],
    ['the contact pedagogue, from another area', kim, undefined, withheld],
    ['a partner', trine, undefined, withheld],
  ])('%s: %s', async (_, who, state, besides) => {
    const family = await familyH(world);
    const id = await offered(world, family);
    const { items, total } = await goals(world, family, who);
    expect(total).toBe(1);
    const frame = { id, familyId: family.familyId, programme: 'nyborg-familiestue' };
    if (state) expect(items).toMatchObject([{ ...frame, state, withheld: besides }]);
    else expect(items).toEqual([{ ...frame, withheld: besides }]);
  });

  it('the contact pedagogue once everybody in the family is covered', async () => {
    const family = await familyH(world);
    await offered(world, family);
    const { maja, jonas, alma } = family;
    const disclose = (...persons: string[]) =>
      basis(world, family.familyId, persons, {
        purpose: 'contact-support',
        toUnit: 'db-stjernen',
        categories: ['plan'],
      });
    await disclose(maja, alma);
    expect((await goals(world, family, kim)).items).toMatchObject([{ withheld }]);
    await disclose(jonas);
    expect((await goals(world, family, kim)).items).toMatchObject([{ state: 'offered', withheld: [] }]);
  });

  it('is held on each of the family', async () => {
    const family = await familyH(world);
    await offered(world, family);
    const actor = await citizen(world, family.maja);
    const all = await as(actor, (someone) => new FindHoldings(world.looks, holdings).run(someone, family.maja));
    const held = all.map(({ category, count }) => [category, count]);
    expect(held).toContainEqual(['plan', 1]);
    // what an institution wrote of the child is the child's
    expect(held.map(([category]) => category)).not.toContain('registration-form');
  });
});
