import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { AddRoom } from './add-room.js';
import type { AddRoom as Wish } from './rooms.dto.js';
import { FindRooms } from './find-rooms.js';

const wish: Wish = { unit: 'familiestuen', name: 'Stuen' };

describe('adding a room', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const rooms = () => new FindRooms(world.database, world.paging);
  const add = (given: Wish = wish, key?: string, actor = world.leader) =>
    world.as(actor, () => new AddRoom(world.database, rooms()).run(actor, given), key);
  const count = () => world.all('SELECT FROM room').then((rows) => rows.length);

  it('makes it, and logs who did', async () => {
    const room = await add();
    expect(room).toEqual({ id: room.id, ...wish, version: 1 });
    expect(await rooms().get(world.leader, room.id)).toEqual(room);
    const [log] = await world.all<object>(
      `SELECT kind, subjects, actor_sub FROM helhed.access_log WHERE act = 'room.add' ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toEqual({ kind: 'command', subjects: [], actor_sub: world.leader.sub });
  });

  it('the same request twice makes one', async () => {
    const [key, before] = [newId(), await count()];
    expect(await add(wish, key)).toEqual(await add(wish, key));
    expect(await count()).toBe(before + 1);
  });

  it('is rolled back with its log row', async () => {
    const before = await count();
    await world.without('access_log', () => add());
    expect(await count()).toBe(before);
  });

  it('is for one’s own unit, and for a lead in any', async () => {
    await expect(add(wish, undefined, world.stranger)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await add(wish, undefined, world.lead)).toMatchObject(wish);
  });
});
