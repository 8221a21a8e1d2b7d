import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import type { GroupView } from '../groups/groups.dto.js';
import { CancelRest } from './cancel-rest.js';
import { CancelSession } from './cancel-session.js';
import type { SessionView } from './courses.dto.js';
import { PlaceCourse } from './place-course.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('cancelling the rest of a course', () => {
  let world: World;
  let group: GroupView;
  let family: string;
  let sessions: readonly SessionView[];
  beforeEach(async () => {
    world = await World.make();
    group = await world.group();
    family = (await world.seat(group, 0)).familyId;
    const place = new PlaceCourse(world.database);
    ({ sessions } = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish)));
  });
  afterEach(() => world.stop());

  const cancelRest = (session: SessionView | undefined, version = session?.version ?? 1, by = world.leader) =>
    world.as(by, () => new CancelRest(world.database).run(by, session?.id ?? '', version));
  const told = () => world.events('session-cancelled');

  it('takes the session named and all after it, theme evenings too, and tells each family of each', async () => {
    const kept = sessions.slice(0, 5);
    const gone = sessions.slice(5);
    const recipient = await recipientIn(world, family);
    const invitation = () =>
      world.as(world.leader, () =>
        new ReadInvitation(world.looks).run(world.leader, gone.at(-1)!.id, { family, recipient }),
      );
    expect(await invitation()).toContain('METHOD:REQUEST');
    const course = await cancelRest(gone[0]);
    expect(course.sessions.map(({ cancelled }) => cancelled)).toEqual(sessions.map((_, index) => index >= 5));
    expect((await told()).map(({ data }) => data['sessionId'])).toEqual(gone.map(({ id }) => id));
    expect(new Set((await told()).map(({ order_key }) => order_key))).toEqual(new Set([family]));
    // the family's conversations are its own: one of them evaluates a course that was cut short
    const booked = await world.all<{ id: string }>(
      `SELECT DISTINCT appointment_id AS id FROM booking JOIN appointment a ON a.id = appointment_id
       WHERE a.kind <> 'conversation'`,
    );
    expect(booked.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
    expect((await world.events('cancel-due')).map(({ order_key }) => order_key)).toEqual([family]);
    expect(await invitation()).toContain('METHOD:CANCEL');
  });

  it('happens once; what was off before is not told again', async () => {
    const last = sessions.at(-1)!;
    const cancel = new CancelSession(world.database);
    await world.as(world.leader, () => cancel.run(world.leader, last.id, last.version));
    const first = await cancelRest(sessions.at(-3));
    expect(await told()).toHaveLength(3);
    expect(await cancelRest(sessions.at(-3), 9)).toEqual(first);
    expect(await told()).toHaveLength(3);
  });

  it('beside somebody who cancels one of them, each is told of once', async () => {
    const cancel = new CancelSession(world.database);
    const one = (session: SessionView) =>
      world.as(world.leader, () => cancel.run(world.leader, session.id, session.version));
    const outcomes = await Promise.allSettled([
      cancelRest(sessions[8]),
      ...sessions.slice(9, 13).map(one),
      cancelRest(sessions[10]),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await cancelRest(sessions[8], (await world.read(group)).course!.sessions[8]!.version);
    const ids = (await told()).map(({ data }) => String(data['sessionId']));
    expect(ids.toSorted()).toEqual(
      sessions
        .slice(8)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('is refused once the session has begun, from an old version and out of reach; and is rolled back whole', async () => {
    await expect(cancelRest(sessions[2], 9)).rejects.toMatchObject({ problem: 'stale' });
    await expect(cancelRest(sessions[2], 1, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    await world.withoutOutbox(() => cancelRest(sessions[2]));
    expect((await world.read(group)).course!.sessions.some(({ cancelled }) => cancelled)).toBe(false);
    await world.setClock(sessions[2]!.startsAt);
    await expect(cancelRest(sessions[2])).rejects.toMatchObject({ problem: 'booking-begun' });
    expect(await told()).toEqual([]);
  });
});
