import { World } from '../../test/world.js';
import { CancelSession } from '../courses/cancel-session.js';
import { MarkHeld } from '../courses/mark-held.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { GroupView } from '../groups/groups.dto.js';
import { snapshotOf } from './snapshot-of.js';

describe('what scheduling tells again', () => {
  let world: World;
  let group: GroupView;
  beforeAll(async () => {
    world = await World.make();
    group = await world.group();
  });
  afterAll(() => world.stop());

  const told = (orderKey: string) => world.inTx((tx) => snapshotOf(tx, orderKey));
  const emitted = async (key: string) =>
    (await world.events()).filter(({ order_key }) => order_key === key).map(({ type, data }) => ({ type, data }));

  it('of a group is its places', async () => {
    expect((await told(group.id)).length).toBe(6);
    expect(new Set(await told(group.id))).toEqual(new Set(await emitted(group.id)));
  });

  it('of a family is the events that it left: seat, course, sessions called off and held, conversations', async () => {
    const early = await world.seat(group, 0);
    const { sessions } = await world.as(world.leader, () =>
      new PlaceCourse(world.database).run(world.leader, group.id, group.version, {
        from: '2026-10-01',
        weekday: 'thursday',
        startTime: '16:00',
      }),
    );
    const last = sessions.at(-1)!;
    await world.as(world.leader, () => new CancelSession(world.database).run(world.leader, last.id, last.version));
    await world.setClock(sessions[0]!.endsAt);
    const [first] = sessions;
    await world.as(world.leader, () => new MarkHeld(world.database).run(world.leader, first!.id, first!.version));
    const late = await world.seat(group, 1);
    for (const { familyId } of [early, late]) {
      const events = await told(familyId);
      if (familyId === early.familyId) {
        expect(new Set(events)).toEqual(new Set(await emitted(familyId)));
        expect(events.map(({ type }) => type.split('.')[3])).toEqual([
          'seat-taken',
          'course-placed',
          'session-cancelled',
          'session-held',
          ...Array.from({ length: 3 }, () => 'conversation-placed'),
        ]);
      } else expect(events.filter(({ type }) => !type.includes('.session-held.'))).toEqual(await emitted(familyId));
    }
  });

  it('of a family that left is nothing', async () => {
    const { familyId } = await world.seat(group, 2);
    await world.withdraw(familyId);
    expect(await told(familyId)).toEqual([]);
  });
});
