import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import type { OpenGroup as Wish } from './groups.dto.js';

describe('opening a group', () => {
  let world: World;
  let wish: Wish;
  beforeAll(async () => {
    world = await World.make();
    const staff = [(await world.addStaff('Sanne')).id, (await world.addStaff('Karim')).id];
    wish = {
      programme: 'nyborg-familiestue',
      name: 'Torsdag',
      room: (await world.addRoom()).id,
      staff,
      startsOn: '2026-10-01',
    };
  });
  afterAll(() => world.stop());

  const open = (given: Partial<Wish> = {}, key?: string, actor = world.leader) =>
    world.as(actor, () => world.openGroup.run(actor, { ...wish, ...given }), key);
  const count = async (table: string) => (await world.all(`SELECT FROM ${table}`)).length;

  it('opens a place for each family that the definition has room for, and tells referral of each', async () => {
    const group = await open();
    expect(group).toMatchObject({ capacity: 6, unit: 'familiestuen', programmeVersion: 1, course: null, version: 1 });
    const opened = (await world.events('place-opened')).filter(({ order_key }) => order_key === group.id);
    expect(opened.map(({ data }) => data['placeId'])).toEqual(group.places.map(({ id }) => id));
    expect(opened[0]!.data).toMatchObject({
      groupId: group.id,
      programme: 'nyborg-familiestue',
      startsOn: '2026-10-01',
    });
    expect(group.places).toHaveLength(6);
  });

  it('the same request twice is one group', async () => {
    const [key, before] = [newId(), await count('family_group')];
    expect((await open({}, key)).id).toBe((await open({}, key)).id);
    expect(await count('family_group')).toBe(before + 1);
  });

  it('is all or nothing', async () => {
    const before = await count('place');
    await world.withoutOutbox(() => open());
    expect(await count('place')).toBe(before);
  });

  it.each([
    ['an unknown programme', { programme: 'no-such' }, 'programme-unknown'],
    ['a programme not in force yet', { startsOn: '2024-12-31' }, 'programme-unknown'],
    ['a start far ahead', { startsOn: '9999-12-31' }, 'too-far-ahead'],
    ['an unknown room', { room: newId() }, 'resource-unknown'],
    ['no room where the programme needs one', { room: undefined }, 'resource-unknown'],
    ['unknown staff', { staff: [newId(), newId()] }, 'resource-unknown'],
  ])('is refused with %s', async (_, given, problem) => {
    await expect(open(given as Partial<Wish>)).rejects.toMatchObject({ problem });
  });

  it('is refused with fewer staff than the definition asks for, the same one twice included', async () => {
    await expect(open({ staff: wish.staff.slice(0, 1) })).rejects.toMatchObject({ problem: 'too-few-staff' });
    await expect(open({ staff: [wish.staff[0]!, wish.staff[0]!] })).rejects.toMatchObject({
      problem: 'resource-unknown',
    });
  });

  it('is refused where the staff do not do what the definition asks for', async () => {
    const staff = [wish.staff[0]!, (await world.addStaff('Pia', 'psychologist')).id];
    await expect(open({ staff })).rejects.toMatchObject({
      problem: 'too-few-staff',
      fields: [{ field: 'staff', rule: 'too-few-group-leader' }],
    });
    expect(await open({ staff: [...wish.staff, staff[1]!] })).toMatchObject({ capacity: 6 });
  });

  it('shows how many families it has, and whether they are fewer than the definition asks for', async () => {
    const group = await open();
    expect(group.families).toEqual({ seated: 0, min: 4, max: 6, tooFew: true });
    for (let place = 0; place < 4; place++) await world.seat(group, place);
    expect((await world.read(group)).families).toEqual({ seated: 4, min: 4, max: 6, tooFew: false });
  });

  it('is for the unit of the staff: others neither open with them nor see it', async () => {
    await expect(open({}, undefined, world.stranger)).rejects.toMatchObject({ problem: 'resource-unknown' });
    const group = await open({}, undefined, world.lead);
    expect(await world.read(group, world.leader)).toMatchObject({ id: group.id, unit: 'familiestuen' });
    await expect(world.read(group, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is found in pages of what is within reach', async () => {
    const page = (actor = world.leader, cursor?: string) =>
      world.as(actor, () => world.findGroups.page(actor, { limit: 2, cursor }));
    const first = await page();
    expect(first.items).toHaveLength(2);
    expect(first.total).toBe(await count('family_group'));
    const second = await page(world.leader, first.next!);
    expect(second.items[0]!.id > first.items[1]!.id).toBe(true);
    expect(await page(world.stranger)).toEqual({ items: [], next: null, total: 0 });
  });
});
