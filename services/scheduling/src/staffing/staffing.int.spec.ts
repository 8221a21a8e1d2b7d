import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { FindAlarms } from './find-alarms.js';
import { JoinStaff } from './join-staff.js';
import { ReleaseStaff } from './release-staff.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('the staff of a group', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const placed = async (given: { staff?: readonly string[]; weekday?: 'thursday' | 'monday' } = {}) => {
    const { id, staff } = await world.group(given.staff ? { staff: given.staff } : {});
    const place = new PlaceCourse(world.database);
    const at = { ...wish, weekday: given.weekday ?? 'thursday' };
    await world.as(world.leader, () => place.run(world.leader, id, 1, at));
    return { id, staff, version: 2 };
  };
  const release = (group: { id: string; version: number }, staff: string, by = world.leader) =>
    world.as(by, () => new ReleaseStaff(world.database).run(by, group.id, group.version, { staff }));
  const join = (group: { id: string; version: number }, staff: string, by = world.leader) =>
    world.as(by, () => new JoinStaff(world.database).run(by, group.id, group.version, { staff }));
  const alarms = async (by: Actor = world.lead, limit = 50) => {
    const { items, total } = await world.as(by, () =>
      new FindAlarms(world.database, world.paging).page(by, { limit, programme: undefined }),
    );
    return { items, total };
  };
  const told = async (id: string) =>
    (await world.events())
      .filter(({ order_key, type }) => order_key === id && type.includes('.staffing-'))
      .map(({ type, data }) => [type.split('.').at(-2), data]);
  const booked = async (staff: string) =>
    (await world.all('SELECT FROM booking WHERE resource_id = $1', [staff])).length;

  it('below the definition is an alarm, told in numbers, until somebody joins', async () => {
    const group = await placed();
    const [first] = group.staff as [string, string];
    const short = { function: 'group-leader', needed: 2, present: 1 };
    const left = await release(group, first);
    expect(left).toMatchObject({ staff: [group.staff.find((each) => each !== first)], short: [short], version: 3 });
    expect(await booked(first)).toBe(0);
    expect(await alarms()).toEqual({
      items: [
        {
          id: expect.any(String),
          group: group.id,
          programme: 'nyborg-familiestue',
          unit: 'familiestuen',
          ...short,
          since: '2026-09-01',
        },
      ],
      total: 1,
    });
    const of = { groupId: group.id, programme: 'nyborg-familiestue' };
    expect(await told(group.id)).toEqual([['staffing-short', { ...of, ...short, since: '2026-09-01' }]]);
    expect(await world.inTx((tx) => snapshotOf(tx, group.id))).toContainEqual(
      expect.objectContaining({ data: { ...of, ...short, since: '2026-09-01' } }),
    );
    const substitute = (await world.addStaff('Vikar')).id;
    expect(await join(left, substitute)).toMatchObject({ short: [], version: 4 });
    expect(await booked(substitute)).toBe(16);
    expect(await alarms()).toEqual({ items: [], total: 0 });
    expect((await told(group.id)).at(-1)).toEqual([
      'staffing-mended',
      { ...of, function: 'group-leader', mendedOn: '2026-09-01' },
    ]);
  });

  it('asked again is answered the same, and told once; from an old version and out of reach it is refused', async () => {
    const group = await placed({ weekday: 'monday' });
    const [first, second] = group.staff as [string, string];
    const left = await release(group, first);
    expect(await release(group, first)).toEqual(left);
    expect(await told(group.id)).toHaveLength(1);
    await expect(release(group, second)).rejects.toMatchObject({ problem: 'stale' });
    await expect(release(left, second, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(join(left, newId())).rejects.toMatchObject({ problem: 'resource-unknown' });
    const back = await join(left, first);
    expect(await join(left, first)).toEqual(back);
    await world.withoutOutbox(() => release(back, second));
    expect((await world.read(group)).staff.toSorted()).toEqual([first, second].toSorted());
  });

  it('is seen by the lead of all, page by page with the exact total, and by others of their own unit', async () => {
    const groups = [await placed(), await placed({ weekday: 'monday' })];
    for (const group of groups) await release(group, group.staff[0]!);
    expect(await alarms(world.lead, 1)).toMatchObject({ items: [expect.anything()], total: 2 });
    expect((await alarms(world.leader)).total).toBe(2);
    expect(await alarms(world.stranger)).toEqual({ items: [], total: 0 });
    await world.setClock('2027-06-01T08:00:00Z');
    expect(await alarms()).toEqual({ items: [], total: 0 });
    await world.setClock('2026-09-01T08:00:00Z');
  });

  it('is never booked twice: who has something else is refused with the reasons, and of two groups at once one gets the same person', async () => {
    const one = await placed();
    const other = await placed();
    const [busy] = other.staff as [string];
    await expect(join(one, busy)).rejects.toMatchObject({
      problem: 'course-clashes',
      extension: { reasons: expect.arrayContaining([expect.objectContaining({ resource: 'staff', id: busy })]) },
    });
    const substitute = (await world.addStaff('Vikar')).id;
    const outcomes = await Promise.allSettled([join(one, substitute), join(other, substitute)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: 'course-clashes' },
    });
    expect(await booked(substitute)).toBe(16);
  });
});
