import { randomBytes } from 'node:crypto';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { programme, seat, withdraw } from '../../test/cases.js';
import { adult, received } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { SetEmployeeRelation } from '../employees/set-employee-relation.js';
import { SetRelation } from '../relations/set-relation.js';
import type { EnrolmentQuery } from './enrolments.dto.js';
import { FindEnrolments } from './find-enrolments.js';

let world: World;
let enrolments: FindEnrolments;
type Family = Awaited<ReturnType<typeof received>>;
const groupId = newId();
const familyIds: string[] = [];
const families: Family[] = [];
const cprs = [adult(), adult(), adult()] as [string, string, string];
const gitte = { ...personIn(nyborg, 'group-leader', 'familiestuen'), sub: 'gitte' };
const lone = { ...personIn(nyborg, 'programme-lead', 'ledelsen'), sub: 'lone' };
const trine = { ...personIn(nyborg, 'teacher', 'skole-nord'), sub: 'trine' };

/** Seven families in Gitte's groups, of which two gave the place back; and one in another unit's. */
beforeAll(async () => {
  world = await startWorld();
  enrolments = new FindEnrolments(world.looks, new Paging(randomBytes(32)));
  for (let at = 0; at < 8; at++) {
    const family = await received(world, at === 0 ? cprs : undefined);
    await seat(world, family, { groupId, ...(at === 7 ? { unit: 'another' } : {}) });
    if (at === 5 || at === 6) await withdraw(world, family);
    families.push(family);
    familyIds.push(family.familyId);
  }
}, 60_000);
afterAll(() => world.stop());

const page = (query: Partial<EnrolmentQuery> = {}, actor = gitte) =>
  as(actor, (someone) => enrolments.page(someone, { limit: 50, ...query }));
const ofFamily = (familyId: string, actor = gitte) =>
  as(actor, (someone) => enrolments.ofFamily(someone, familyId, { limit: 50 }));
const lastLook = async () =>
  (
    await world.rows<{ subjects: string[]; categories: string[] }>(
      `SELECT subjects, categories FROM helhed.access_log WHERE kind = 'look' ORDER BY id DESC LIMIT 1`,
    )
  )[0];

describe('the list of enrolments', () => {
  it('comes in pages, oldest first, each with the exact total', async () => {
    const pages = [await page({ limit: 2 })];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await page({ limit: 2, cursor: next }));
    const found = pages.flatMap(({ items }) => items.map(({ familyId }) => familyId));
    expect(found).toEqual(familyIds.slice(0, 5));
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
      [5, 2],
      [5, 2],
      [5, 1],
    ]);
  });

  it.each([
    ['the leader of the group sees its families', gitte, 5],
    ['of another unit', { ...gitte, unit: 'another' }, 1],
    ['a triager where no referral is under triage there', personIn(nyborg, 'triager', 'visitation'), 6],
    ['whoever leads the programme sees all, those that left too', lone, 8],
    ['somebody without a relation', trine, 0],
    ['nobody of another municipality', { ...gitte, ...personIn(esbjerg, 'group-leader', 'familiestuen') }, 0],
  ])('%s', async (_, who, total) => {
    const found = await page({}, who);
    expect([found.total, found.items.length, found.next]).toEqual([total, total, null]);
  });

  it('is filtered by group only for whom the group is shown to, and by programme for all', async () => {
    await as(personIn(nyborg), (actor) =>
      new SetRelation(world.database, world.families).run(actor, {
        familyId: familyIds[1] as string,
        programme,
        kind: 'partner',
        unit: 'skole-nord',
        function: 'teacher',
      }),
    );
    expect((await page({ groupId })).total).toBe(5);
    expect((await page({ groupId: newId() })).items).toEqual([]);
    expect(await page({ programme }, trine)).toMatchObject({
      total: 1,
      items: [{ familyId: familyIds[1], programme, withheld: [{ category: 'enrolment', reason: 'no-basis' }] }],
    });
    expect((await page({}, trine)).items[0]).not.toHaveProperty('groupId');
    expect((await page({ groupId }, trine)).total).toBe(0);
    expect((await page({ programme: 'another' })).total).toBe(0);
  });

  it('refuses a cursor from another filter', async () => {
    const { next } = await page({ limit: 2 });
    await expect(page({ programme: 'two', limit: 2, cursor: next ?? '' })).rejects.toMatchObject({
      problem: 'cursor-invalid',
    });
  });

  it('logs the families that a page shows, and whom it tells of', async () => {
    await page({ limit: 1 });
    const [{ familyId, maja, jonas, alma }] = families as [Family];
    expect((await lastLook())?.subjects.toSorted()).toEqual([familyId, maja, jonas, alma].toSorted());
    expect((await lastLook())?.categories).toEqual(['enrolment']);
  });

  it('has not the family that is the reader’s own: nor has its total', async () => {
    await as(personIn(nyborg, 'administrator'), (actor) =>
      new SetEmployeeRelation(world.database).run(actor, {
        sub: 'grethe',
        kind: 'own-person',
        cpr: cprs[0],
        from: '2026-01-01',
      }),
    );
    const found = await page({}, { ...gitte, sub: 'grethe' });
    expect([found.total, found.items.map(({ familyId }) => familyId)]).toEqual([4, familyIds.slice(1, 5)]);
  });
});

describe('the enrolments of one family', () => {
  it('are its own, for whoever reaches the family', async () => {
    expect(await ofFamily(familyIds[0] as string)).toMatchObject({
      total: 1,
      items: [{ familyId: familyIds[0], groupId, withheld: [] }],
    });
  });

  it('log the family that was asked for, though it is enrolled in nothing', async () => {
    const { familyId } = await received(world);
    expect((await ofFamily(familyId, personIn(nyborg))).items).toEqual([]);
    expect(await lastLook()).toMatchObject({ subjects: [familyId] });
  });

  it.each([
    ['where there is no family', () => newId(), gitte],
    ['for another unit’s leader', () => familyIds[0] as string, { ...gitte, unit: 'another' }],
    ['for a programme lead', () => familyIds[0] as string, lone],
  ])('are not there %s', async (_, familyId, who) => {
    await expect(ofFamily(familyId(), who)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
