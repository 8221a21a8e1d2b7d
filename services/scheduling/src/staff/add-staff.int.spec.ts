import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { AddStaff } from './add-staff.js';
import { FindStaff } from './find-staff.js';
import type { AddStaff as Wish } from './staff.dto.js';

describe('adding a member of staff', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const staff = () => new FindStaff(world.database, world.paging);
  const someone = (): Wish => ({ sub: newId(), unit: 'familiestuen', name: 'Sanne', function: 'pedagogue' });
  const add = (wish: Wish = someone(), key?: string, actor = world.leader) =>
    world.as(actor, () => new AddStaff(world.database, staff()).run(actor, wish), key);
  const count = () => world.all('SELECT FROM staff').then((rows) => rows.length);
  const logged = async (act: string) =>
    (
      await world.all<{ kind: string; subjects: string[] }>(
        'SELECT kind, subjects FROM helhed.access_log WHERE act = $1 ORDER BY id DESC LIMIT 1',
        [act],
      )
    )[0];

  it('makes one, and logs whom it concerned', async () => {
    const wish = someone();
    const member = await add(wish);
    expect(member).toEqual({ id: member.id, ...wish, version: 1 });
    expect(await logged('staff.add')).toEqual({ kind: 'command', subjects: [member.id] });
  });

  it('the same request twice makes one, and the same person is refused', async () => {
    const [key, wish, before] = [newId(), someone(), await count()];
    expect(await add(wish, key)).toEqual(await add(wish, key));
    expect(await count()).toBe(before + 1);
    await expect(add({ ...wish, unit: 'visitation' }, undefined, world.lead)).rejects.toMatchObject({
      problem: 'staff-already-added',
    });
  });

  it('is rolled back with its log row', async () => {
    const before = await count();
    await world.without('access_log', () => add());
    expect(await count()).toBe(before);
  });

  it('is for one’s own unit', async () => {
    await expect(add(someone(), undefined, world.stranger)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('each look at names is logged with whose they were', async () => {
    const member = await add();
    await world.as(world.leader, () => staff().get(world.leader, member.id));
    expect(await logged('staff.read')).toEqual({ kind: 'look', subjects: [member.id] });
    const page = await world.as(world.leader, () => staff().page(world.leader, { limit: 2 }));
    expect(await logged('staff.list')).toEqual({ kind: 'look', subjects: page.items.map(({ id }) => id) });
    expect(page.items).toHaveLength(2);
  });
});
