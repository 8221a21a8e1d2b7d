import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { BookRoom } from '../bookings/book-room.js';
import { FindBookings } from '../bookings/find-bookings.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { CancelSession } from './cancel-session.js';
import type { SessionView } from './courses.dto.js';
import { MakeUpSession } from './make-up-session.js';
import { PlaceCourse } from './place-course.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('a session in the place of a cancelled one', () => {
  let world: World;
  let group: GroupView;
  let family: string;
  let sessions: readonly SessionView[];
  beforeAll(async () => {
    world = await World.make();
    group = await world.group();
    family = (await world.seat(group, 0)).familyId;
    const place = new PlaceCourse(world.database);
    const course = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish));
    sessions = course.sessions.filter(({ kind }) => kind === 'session');
  });
  afterAll(() => world.stop());

  const cancel = (session: SessionView | undefined) =>
    world.as(world.leader, () => new CancelSession(world.database).run(world.leader, session!.id, session!.version));
  const makeUp = (
    session: SessionView,
    to: { date: string; startTime: string; room?: string },
    version = session.version,
    by = world.leader,
  ) => world.as(by, () => new MakeUpSession(world.database).run(by, session.id, version, to));
  const told = () => world.events('session-made-up');
  const bookings = async (id: string) =>
    (await world.all<{ n: number }>('SELECT count(*)::int AS n FROM booking WHERE appointment_id = $1', [id]))[0]?.n;

  it('is one more of the course, with everything booked, and each family told, once', async () => {
    const off = await cancel(sessions[4]);
    const made = await makeUp(off, { date: '2026-10-27', startTime: '16:00' });
    expect(made).toMatchObject({ number: 14, replaces: off.id, cancelled: false, minutes: 180, version: 1 });
    expect(await bookings(made.id)).toBe(await bookings(sessions[5]!.id));
    expect(await makeUp(off, { date: '2026-10-27', startTime: '16:00' }, 9)).toEqual(made);
    expect((await told()).map(({ data }) => data)).toEqual([
      {
        sessionId: made.id,
        replacesId: off.id,
        groupId: group.id,
        familyId: family,
        programme: 'nyborg-familiestue',
        kind: 'session',
        startsAt: '2026-10-27T15:00:00.000Z',
        endsAt: '2026-10-27T18:00:00.000Z',
      },
    ]);
    const { course } = await world.read(group);
    expect(course!.sessions.find(({ id }) => id === made.id)).toEqual(made);
    const recipient = await recipientIn(world, family);
    const look = new ReadInvitation(world.looks);
    const file = await world.as(world.leader, () => look.run(world.leader, made.id, { family, recipient }));
    expect(file).toContain('METHOD:REQUEST');
    const again = await world.inTx((tx) => snapshotOf(tx, family));
    const placed = again.find(({ type }) => type.includes('course-placed'))!.data as { sessions: unknown[] };
    expect(placed.sessions).toHaveLength(16);
    expect(again).toContainEqual(expect.objectContaining({ data: (await told())[0]!.data }));
  });

  it('comes to a family that is seated afterwards as it came to the others', async () => {
    const late = await world.seat(group, 1);
    const heard = (await told()).filter(({ order_key }) => order_key === late.familyId);
    expect(heard).toHaveLength(1);
    const [placed] = (await world.events('course-placed')).filter(({ order_key }) => order_key === late.familyId);
    // the one that is off is not among them
    expect(placed!.data['sessions']).toHaveLength(15);
  });

  it('is refused of one that is not off, from an old version, out of reach, and where another is in its place', async () => {
    const to = { date: '2026-11-03', startTime: '16:00' };
    await expect(makeUp(sessions[6]!, to)).rejects.toMatchObject({ problem: 'session-not-cancelled' });
    const off = await cancel(sessions[6]);
    await expect(makeUp(off, to, 9)).rejects.toMatchObject({ problem: 'stale' });
    await expect(makeUp(off, to, 2, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(makeUp(off, { ...to, date: '2026-11-07' })).rejects.toMatchObject({ problem: 'outside-template' });
    await expect(makeUp(off, { ...to, date: '2026-08-31' })).rejects.toMatchObject({ problem: 'from-in-the-past' });
    await makeUp(off, to);
    await expect(makeUp(off, { ...to, date: '2026-11-04' })).rejects.toMatchObject({ problem: 'made-up-already' });
  });

  it('where the room or a family is taken is refused with the reasons, and nothing is made', async () => {
    const off = await cancel(sessions[8]);
    const before = (await told()).length;
    const { date, startTime } = sessions[9]!;
    await expect(makeUp(off, { date, startTime })).rejects.toMatchObject({
      problem: 'course-clashes',
      extension: { reasons: expect.arrayContaining([expect.objectContaining({ resource: 'family', date })]) },
    });
    const book = new BookRoom(world.database, new FindBookings(world.database));
    const booking = { room: off.room!, date: '2026-12-02', startTime: '15:00', minutes: 90 };
    await world.as(world.leader, () => book.run(world.leader, booking));
    await expect(makeUp(off, { date: '2026-12-02', startTime: '16:00' })).rejects.toMatchObject({
      extension: { reasons: [expect.objectContaining({ resource: 'room', id: off.room })] },
    });
    expect(await told()).toHaveLength(before);
    await world.withoutOutbox(() => makeUp(off, { date: '2026-12-01', startTime: '15:00' }));
    expect(await world.all('SELECT FROM appointment WHERE replaces_id = $1', [off.id])).toEqual([]);
  });

  it('by many at once there is one; and cancelled itself, it is made up for', async () => {
    const off = await cancel(sessions[11]);
    const times = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-07'];
    const outcomes = await Promise.allSettled(times.map((date) => makeUp(off, { date, startTime: '16:00' })));
    const made = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    for (const reason of refused) expect(reason).toMatchObject({ problem: 'made-up-already' });
    await cancel(made[0]);
    const again = await world.read(group);
    const offToo = again.course!.sessions.find(({ id }) => id === made[0]!.id)!;
    expect(await makeUp(offToo, { date: '2026-12-09', startTime: '16:00' })).toMatchObject({ replaces: offToo.id });
  });

  it('of two cancelled ones at once to one time, one is made up for', async () => {
    const both = [await cancel(sessions[5]), await cancel(sessions[7])];
    const to = { date: '2026-12-14', startTime: '16:00' };
    const outcomes = await Promise.allSettled(both.map((off) => makeUp(off, to)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: 'course-clashes' },
    });
  });
});
