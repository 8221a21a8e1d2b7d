import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { AddClosure } from './add-closure.js';
import { findClosedDays } from './closure.js';
import type { AddClosure as Wish } from './closures.dto.js';
import { FindClosures } from './find-closures.js';

const autumn: Wish = { name: 'Efterårsferie', from: '2026-10-12', until: '2026-10-17' };

describe('adding a closing period', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const add = (wish: Wish = autumn, key?: string) =>
    world.as(
      world.lead,
      () => new AddClosure(world.database, new FindClosures(world.database, world.paging)).run(world.lead, wish),
      key,
    );
  const count = () => world.all('SELECT FROM closure').then((rows) => rows.length);

  it('closes its days, from the first until the one it is open again, and logs who did', async () => {
    const closure = await add();
    expect(closure).toEqual({ id: closure.id, ...autumn });
    const isClosed = await world.inTx((tx) => findClosedDays(tx, '2026-10-01'));
    const days = ['2026-10-11', '2026-10-12', '2026-10-16', '2026-10-17'];
    expect(days.map((day) => isClosed(day))).toEqual([false, true, true, false]);
    const [log] = await world.all<object>(
      `SELECT kind, actor_sub FROM helhed.access_log WHERE act = 'closure.add' ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toEqual({ kind: 'command', actor_sub: world.lead.sub });
  });

  it('the same request twice makes one', async () => {
    const [key, before] = [newId(), await count()];
    expect(await add(autumn, key)).toEqual(await add(autumn, key));
    expect(await count()).toBe(before + 1);
  });

  it('is rolled back with its log row', async () => {
    const before = await count();
    await world.without('access_log', () => add());
    expect(await count()).toBe(before);
  });
});
