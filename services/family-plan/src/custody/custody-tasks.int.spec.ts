import { randomBytes } from 'node:crypto';
import { Looks, noGround, standingBasesIn } from '@helhed/access';
import { fakeCpr } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { basis, startTriage } from '../../test/cases.js';
import { tie, type Family, type Somebody } from '../../test/family-h.js';
import { adult, barredFrom, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { daysAfter } from '../families/days-after.js';
import type { CustodyTaskQuery, CustodyTaskView } from './custody-tasks.dto.js';
import { EndCustody } from './end-custody.js';
import { FindCustodyTasks } from './find-custody-tasks.js';
import { RecordCustody } from './record-custody.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => world.live());

const notice = 183;
const today = '2030-06-01';
const paging = new Paging(randomBytes(32));
const page = (actor: Somebody, asked: Partial<CustodyTaskQuery> = {}, looks = world.looks) =>
  as(actor, (someone) => new FindCustodyTasks(looks, paging).page(someone, { limit: 50, ...asked }));

/** A unit of its own for each test: its triager reaches the family, and no other. */
let units = 0;
async function family(member?: (unit: string) => Somebody) {
  const found = await received(world, [adult(), adult(), fakeCpr({ birthDate: '2022-04-02' })]);
  const unit = `visitation-${++units}`;
  if (member) await tie(world, found, 'team', member(unit));
  await startTriage(world, found, unit);
  const triager = { ...personIn(nyborg, 'triager', unit), sub: `triager-of-${unit}` };
  return { found, triager };
}
const end = async ({ alma }: Family, triager: Somebody, on: string) => {
  const [row] = await world.rows<{ id: string }>('SELECT id FROM custody WHERE child_id = $1 ORDER BY id', [alma]);
  await as(triager, (actor) => new EndCustody(world.database, world.families).run(actor, row?.id as string, 1, on));
};
const task = ({ familyId, alma }: Family, endsOn: string, because: CustodyTaskView['because']) => ({
  items: [{ familyId, personId: alma, endsOn, because }],
  next: null,
  total: 1,
});
const none = { items: [], next: null, total: 0 };

describe('a task for custody that ends', () => {
  it.each([
    ['today', 0, false],
    ['tomorrow', 1, true],
    ['on the last day of notice', notice, true],
    ['a day later than that', notice + 1, false],
  ])('%s', async (_, days, listed) => {
    await world.live(today);
    const { found, triager } = await family();
    const on = daysAfter(today, days);
    await end(found, triager, on);
    expect(await page(triager)).toEqual(listed ? task(found, on, 'custody-ended') : none);
  });

  it.each([
    ['six months before the child comes of age', notice, true],
    ['not earlier', notice + 1, false],
    ['on the day before', 1, true],
    ['on the day no more', 0, false],
  ])('by majority: %s', async (_, days, listed) => {
    const { found, triager } = await family();
    await world.live(daysAfter('2040-04-02', -days));
    expect(await page(triager)).toEqual(listed ? task(found, '2040-04-02', 'majority') : none);
  });

  it('is one for a child of two holders on one day, and one for each day', async () => {
    await world.live('2040-03-01');
    const { found, triager } = await family();
    const { familyId, alma, jonas } = found;
    const told = { familyId, childId: alma, holderId: jonas, from: '2030-01-01' };
    await as(triager, (actor) => new RecordCustody(world.database, world.families).run(actor, told));
    expect(await page(triager)).toEqual(task(found, '2040-04-02', 'majority'));
    await end(found, triager, '2040-03-20');
    expect(await page(triager)).toMatchObject({
      total: 2,
      items: [
        { endsOn: '2040-03-20', because: 'custody-ended' },
        { endsOn: '2040-04-02', because: 'majority' },
      ],
    });
  });

  it('never held is none', async () => {
    await world.live(today);
    const { found, triager } = await family();
    const { familyId, alma, jonas } = found;
    const from = daysAfter(today, 20);
    const told = { familyId, childId: alma, holderId: jonas, from };
    const { id } = await as(triager, (actor) => new RecordCustody(world.database, world.families).run(actor, told));
    await as(triager, (actor) =>
      new EndCustody(world.database, world.families).run(actor, id, 1, daysAfter(today, 10)),
    );
    expect(await page(triager)).toEqual(none);
  });

  it('has them all on its pages, the first to end first', async () => {
    await world.live(today);
    const { found, triager } = await family();
    const others = [3, 1, 2].map((days) => daysAfter(today, days));
    const ends = [daysAfter(today, 30), ...others];
    await end(found, triager, ends[0] as string);
    for (const on of others) {
      const more = await received(world);
      await startTriage(world, more, triager.unit);
      await end(more, triager, on);
    }
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next, total } = await page(triager, { limit: 1, cursor });
      expect(total).toBe(4);
      seen.push(...items.map(({ endsOn }) => endsOn));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toEqual(ends.toSorted());
  });
});

describe('who sees the task', () => {
  const tomOf = (unit: string) => ({ ...personIn(nyborg, 'psychologist', 'ppr'), sub: `tom-of-${unit}` });
  const disclose = (found: Family, triager: Somebody, ...categories: string[]) =>
    basis(world, found.familyId, [found.maja, found.jonas, found.alma], {
      purpose: 'coordination',
      fromUnit: triager.unit as string,
      toUnit: 'ppr',
      categories,
    });
  const seenBy = async (triager: Somebody) => {
    const { items, total } = await page(tomOf(triager.unit as string));
    expect(total).toBe(items.length);
    return items.map(({ because }) => because);
  };

  it('somebody of the team, from another area, once custody is disclosed; of majority, identity too', async () => {
    await world.live('2040-03-01');
    const { found, triager } = await family(tomOf);
    expect(await seenBy(triager)).toEqual([]);
    await disclose(found, triager, 'family-structure');
    await disclose(found, triager, 'custody');
    expect(await seenBy(triager)).toEqual([]);
    await disclose(found, triager, 'identity');
    expect(await seenBy(triager)).toEqual(['majority']);
  });

  it('an end that somebody set needs custody alone, and tells of no name in the log', async () => {
    await world.live(today);
    const { found, triager } = await family(tomOf);
    await end(found, triager, daysAfter(today, 9));
    await disclose(found, triager, 'family-structure', 'custody');
    expect(await seenBy(triager)).toEqual(['custody-ended']);
    const [row] = await world.rows<Record<string, string[]>>(
      `SELECT subjects, categories FROM helhed.access_log WHERE act = 'custody-task.list' ORDER BY id DESC LIMIT 1`,
    );
    expect(row?.['subjects']?.toSorted()).toEqual([found.familyId, found.alma, found.maja].toSorted());
    expect(row?.['categories']).toEqual(['custody']);
  });

  it('on a disclosure that can be taken back, with a lease alone; on standing bases without', async () => {
    await world.live(today);
    const { found, triager } = await family(tomOf);
    await end(found, triager, daysAfter(today, 9));
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    const tom = tomOf(triager.unit as string);
    expect(await page(tom, {}, looks)).toEqual(none);
    await disclose(found, triager, 'family-structure', 'custody');
    await expect(page(tom, {}, looks)).rejects.toMatchObject({ problem: 'consent-unavailable' });
    expect(await page(triager, {}, looks)).toMatchObject({ total: 1 });
  });

  it('not whoever is not tied to the family, nor whom section 7 bars', async () => {
    await world.live(today);
    const { found, triager } = await family();
    await end(found, triager, daysAfter(today, 9));
    for (const who of [
      { ...triager, unit: 'elsewhere' },
      { ...triager, function: 'group-leader' },
    ])
      expect((await page(who)).items.filter(({ familyId }) => familyId === found.familyId)).toEqual([]);
    await barredFrom(world, triager, found.maja);
    expect(await page(triager)).toEqual(none);
  });
});
