import { randomBytes } from 'node:crypto';
import { PlaceAssigned } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { nextEvent } from '../../test/events.js';
import { refer } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import type { EnrolmentQuery } from './enrolments.dto.js';
import { FindEnrolments } from './find-enrolments.js';

let world: World;
let enrolments: FindEnrolments;
const groupId = newId();
const familyIds: string[] = [];
beforeAll(async () => {
  world = await startWorld();
  enrolments = new FindEnrolments(world.database, new Paging(randomBytes(32)));
  for (const programme of ['one', 'one', 'one', 'one', 'one', 'two', 'two']) {
    const { event, familyId, referralId } = refer(world, [{ name: 'Maja', role: 'parent', cpr: fakeCpr() }]);
    const place = { familyId, referralId, programme, placeId: newId(), groupId, assignedOn: '2026-09-14' };
    await world.applier.apply([event]);
    await world.applier.apply([nextEvent(nyborg, PlaceAssigned, place)]);
    familyIds.push(familyId);
  }
});
afterAll(() => world.stop());

const page = (query: EnrolmentQuery, municipality = nyborg) =>
  as(personIn(municipality, 'group-leader', 'familiestuen'), (actor) => enrolments.page(actor, query));

describe('the list of enrolments', () => {
  it('comes in pages, oldest first, each with the exact total', async () => {
    const first = await page({ programme: 'one', limit: 2 });
    const second = await page({ programme: 'one', limit: 2, cursor: first.next ?? '' });
    const third = await page({ programme: 'one', limit: 2, cursor: second.next ?? '' });
    const pages = [first, second, third];
    expect(pages.flatMap(({ items }) => items.map(({ familyId }) => familyId))).toEqual(familyIds.slice(0, 5));
    expect(pages.map(({ total, next }) => [total, next !== null])).toEqual([
      [5, true],
      [5, true],
      [5, false],
    ]);
  });

  it('is filtered by group, and empty in another municipality', async () => {
    expect((await page({ groupId, limit: 50 })).total).toBe(7);
    expect((await page({ groupId: newId(), limit: 50 })).items).toEqual([]);
    expect(await page({ limit: 50 }, esbjerg)).toEqual({ items: [], next: null, total: 0 });
  });

  it('refuses a cursor from another filter', async () => {
    const { next } = await page({ programme: 'one', limit: 2 });
    await expect(page({ programme: 'two', limit: 2, cursor: next ?? '' })).rejects.toMatchObject({
      problem: 'cursor-invalid',
    });
  });

  it('logs the families that a page shows, and no others', async () => {
    await page({ programme: 'two', limit: 50 });
    const sql = `SELECT subjects FROM helhed.access_log WHERE kind = 'look' ORDER BY id DESC LIMIT 1`;
    const [logged] = await world.rows<{ subjects: string[] }>(sql);
    expect(logged?.subjects.toSorted()).toEqual(familyIds.slice(5).toSorted());
  });

  it('logs the family that was asked for, though it is enrolled in nothing', async () => {
    const { event, familyId } = refer(world, [{ name: 'Maja', role: 'parent', cpr: fakeCpr() }]);
    await world.applier.apply([event]);
    await as(personIn(nyborg), (actor) => enrolments.ofFamily(actor, familyId, { limit: 50 }));
    const sql = `SELECT subjects FROM helhed.access_log WHERE kind = 'look' ORDER BY id DESC LIMIT 1`;
    expect(await world.rows(sql)).toEqual([{ subjects: [familyId] }]);
  });

  it('of one family is its own, and 404 without the family', async () => {
    const ofFamily = (familyId: string) =>
      as(personIn(nyborg), (actor) => enrolments.ofFamily(actor, familyId, { limit: 50 }));
    expect(await ofFamily(familyIds[0] as string)).toMatchObject({
      total: 1,
      items: [{ familyId: familyIds[0], groupId }],
    });
    await expect(ofFamily(newId())).rejects.toMatchObject({ kind: 'not-found' });
  });
});
