import { World } from '../../test/world.js';
import { CancelRest } from '../courses/cancel-rest.js';
import { CancelSession } from '../courses/cancel-session.js';
import type { SessionView } from '../courses/courses.dto.js';
import { MakeUpSession } from '../courses/make-up-session.js';
import { MoveSession } from '../courses/move-session.js';
import { PlaceCourse } from '../courses/place-course.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import type { GroupView } from './groups.dto.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('until when a group is filled', () => {
  let world: World;
  let group: GroupView;
  let sessions: readonly SessionView[];
  beforeAll(async () => {
    world = await World.make();
    group = await world.group();
    const place = new PlaceCourse(world.database);
    const course = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish));
    sessions = course.sessions.filter(({ kind }) => kind === 'session');
  });
  afterAll(() => world.stop());

  const told = async () => (await world.events('refill-until')).map(({ data }) => data['until']);
  const as = <T>(work: () => Promise<T>) => world.as(world.leader, work);
  const cancel = (session: SessionView) =>
    as(() => new CancelSession(world.database).run(world.leader, session.id, session.version));

  it('is nothing before its course is placed, and then when the third session begins, told by the group', async () => {
    expect(group.refillUntil).toBeNull();
    expect((await world.read(group)).refillUntil).toBe(sessions[2]!.startsAt);
    const [event] = await world.events('refill-until');
    expect(event).toMatchObject({
      order_key: group.id,
      data: { groupId: group.id, programme: 'nyborg-familiestue', until: sessions[2]!.startsAt },
    });
    expect(await world.inTx((tx) => snapshotOf(tx, group.id))).toContainEqual(
      expect.objectContaining({ data: event!.data }),
    );
  });

  it('moves with the session, and with what is called off and made up for before it', async () => {
    const off = await cancel(sessions[0]!);
    expect(await told()).toEqual([sessions[2]!.startsAt, sessions[3]!.startsAt]);
    const to = { date: '2026-10-06', startTime: '16:00' };
    await as(() => new MakeUpSession(world.database).run(world.leader, off.id, off.version, to));
    expect((await told()).at(-1)).toBe(sessions[2]!.startsAt);
    const later = { date: '2026-10-19', startTime: '16:00' };
    await as(() => new MoveSession(world.database).run(world.leader, sessions[2]!.id, sessions[2]!.version, later));
    expect((await told()).at(-1)).toBe('2026-10-19T14:00:00.000Z');
    // a session that comes after says nothing
    await cancel(sessions[9]!);
    expect(await told()).toHaveLength(4);
  });

  it('is the last session’s where fewer are left', async () => {
    const [, second] = sessions;
    const { course } = await world.read(group);
    const third = course!.sessions.find(({ id }) => id === sessions[2]!.id)!;
    await as(() => new CancelRest(world.database).run(world.leader, third.id, third.version));
    expect((await told()).at(-1)).toBe(second!.startsAt);
  });
});
