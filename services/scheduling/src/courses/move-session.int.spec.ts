import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { BookRoom } from '../bookings/book-room.js';
import { FindBookings } from '../bookings/find-bookings.js';
import { AddClosure } from '../closures/add-closure.js';
import { FindClosures } from '../closures/find-closures.js';
import { FindDueDeliveries } from '../deliveries/find-due-deliveries.js';
import { CreateFeed } from '../feeds/create-feed.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { ReadFeed } from '../feeds/read-feed.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import type { GroupView } from '../groups/groups.dto.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import { CancelSession } from './cancel-session.js';
import type { SessionView } from './courses.dto.js';
import { MoveSession } from './move-session.js';
import { PlaceCourse } from './place-course.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('moving a session', () => {
  let world: World;
  let group: GroupView;
  let family: string;
  let other: string;
  let sessions: readonly SessionView[];
  beforeAll(async () => {
    world = await World.make();
    group = await world.group();
    family = (await world.seat(group, 0)).familyId;
    other = (await world.seat(group, 1)).familyId;
    const place = new PlaceCourse(world.database);
    const course = await world.as(world.leader, () => place.run(world.leader, group.id, group.version, wish));
    sessions = course.sessions.filter(({ kind }) => kind === 'session');
  });
  afterAll(() => world.stop());

  const move = (
    session: SessionView | undefined,
    to: { date: string; startTime: string; room?: string },
    version = session?.version ?? 1,
    by = world.leader,
  ) => world.as(by, () => new MoveSession(world.database).run(by, session?.id ?? newId(), version, to));
  const told = async (id: string | undefined) =>
    (await world.events('session-moved')).filter(({ data }) => data['sessionId'] === id);
  const bookedAt = (id: string | undefined) =>
    world.all<{ at: Date; n: number }>(
      'SELECT starts_at AS at, count(*)::int AS n FROM booking WHERE appointment_id = $1 GROUP BY 1',
      [id],
    );
  const due = async () => {
    const look = new FindDueDeliveries(world.looks, world.paging);
    const { items, total } = await world.as(world.leader, () => look.page(world.leader, { request: 'due', limit: 50 }));
    expect(total).toBe(items.length);
    return items.map(({ session, family: whose }) => [session, whose]);
  };
  const invite = async (session: SessionView | undefined) => {
    const asked = { family, recipient: await recipientIn(world, family) };
    return world.as(world.leader, () => new ReadInvitation(world.looks).run(world.leader, session!.id, asked));
  };

  it('takes everything along: room, staff and families are free before and taken there, and each family is told', async () => {
    const [first] = sessions;
    const [before] = await bookedAt(first?.id);
    const moved = await move(first, { date: '2026-10-05', startTime: '15:30' });
    expect(moved).toMatchObject({
      date: '2026-10-05',
      startTime: '15:30',
      startsAt: '2026-10-05T13:30:00.000Z',
      version: 2,
    });
    expect(await bookedAt(first?.id)).toEqual([{ at: new Date('2026-10-05T13:30:00Z'), n: before!.n }]);
    const events = await told(first?.id);
    expect(events.map(({ order_key }) => order_key).toSorted()).toEqual([family, other].toSorted());
    expect(events[0]!.data).toMatchObject({
      groupId: group.id,
      kind: 'session',
      startsAt: '2026-10-05T13:30:00.000Z',
      endsAt: '2026-10-05T16:30:00.000Z',
      movedOn: '2026-09-01',
    });
    const again = await world.inTx((tx) => snapshotOf(tx, family));
    expect(again).toContainEqual(
      expect.objectContaining({ data: events.find((each) => each.order_key === family)!.data }),
    );
  });

  it('asked again is answered the same, whatever version is sent, and told once', async () => {
    expect(await move(sessions[0], { date: '2026-10-05', startTime: '15:30' }, 9)).toMatchObject({ version: 2 });
    expect(await told(sessions[0]?.id)).toHaveLength(2);
  });

  it('is a REQUEST under the same UID with a higher SEQUENCE, in the invitation and in the feed', async () => {
    const [, second] = sessions;
    const sequence = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
    const before = await invite(second);
    await move(second, { date: '2026-10-06', startTime: '16:00' });
    expect(await due()).toEqual([[second!.id, family]]);
    const after = await invite(second);
    expect(after).toContain('METHOD:REQUEST');
    expect(after).toContain(`UID:${second!.id}`);
    expect(after).toContain('20261006T160000');
    expect(sequence(after)).toBeGreaterThan(sequence(before));
    expect(await due()).toEqual([]);
    await new Known(world).mayHaveFeed(family);
    const feeds = new FindFeeds(world.looks);
    const create = new CreateFeed(world.database, world.looks, feeds);
    const body = { for: 'family', family, recipient: await recipientIn(world, family) } as const;
    const { url } = await world.as(world.leader, () => create.run(world.leader, body));
    const [, secret] = /feeds\/(.*)\.ics/.exec(url!)!;
    const feed = await world.as(world.stranger, () => new ReadFeed(world.database, world.looks).run(secret!));
    const entry = feed.split('BEGIN:VEVENT').find((each) => each.includes(second!.id))!;
    expect(entry).toContain('20261006T160000');
    expect(sequence(entry)).toBe(sequence(after));
  });

  it('into another room frees the room before', async () => {
    const [, , third] = sessions;
    const room = (await world.addRoom('Salen')).id;
    const { date, startTime } = third!;
    expect(await move(third, { date, startTime, room })).toMatchObject({ room, date });
    const rooms = await world.all<{ id: string }>(
      `SELECT resource_id AS id FROM booking WHERE appointment_id = $1 AND resource_kind = 'room'`,
      [third!.id],
    );
    expect(rooms).toEqual([{ id: room }]);
    await expect(move(sessions[4], { ...third!, room: newId() })).rejects.toMatchObject({
      problem: 'resource-unknown',
    });
  });

  it('where somebody is taken is refused with the reasons, and nothing is moved', async () => {
    const [, , , fourth, fifth] = sessions;
    const { date, startTime } = fifth!;
    await expect(move(fourth, { date, startTime })).rejects.toMatchObject({
      problem: 'course-clashes',
      extension: { reasons: expect.arrayContaining([expect.objectContaining({ resource: 'family', date })]) },
    });
    const { room } = fourth!;
    const book = new BookRoom(world.database, new FindBookings(world.database));
    const booking = { room: room!, date: '2026-10-28', startTime: '15:00', minutes: 90 };
    await world.as(world.leader, () => book.run(world.leader, booking));
    await expect(move(fourth, { date: '2026-10-28', startTime: '16:00' })).rejects.toMatchObject({
      extension: {
        reasons: [
          { resource: 'room', id: room, session: 'session', number: 4, date: '2026-10-28', startTime: '16:00' },
        ],
      },
    });
    expect(await told(fourth!.id)).toEqual([]);
    expect(await bookedAt(fourth!.id)).toMatchObject([{ at: new Date(fourth!.startsAt) }]);
  });

  it.each([
    ['into the past', { date: '2026-08-31', startTime: '16:00' }, 'from-in-the-past'],
    [
      'to a day of the week that the definition has not',
      { date: '2026-10-10', startTime: '16:00' },
      'outside-template',
    ],
    ['to a time that it has not', { date: '2026-10-07', startTime: '09:00' }, 'outside-template'],
    ['to a holiday', { date: '2026-12-24', startTime: '16:00' }, 'day-closed'],
    ['to a closing day', { date: '2026-10-13', startTime: '16:00' }, 'day-closed'],
    ['too far ahead', { date: '2032-10-13', startTime: '16:00' }, 'too-far-ahead'],
  ])('%s is refused', async (_, to, problem) => {
    const close = new AddClosure(world.database, new FindClosures(world.database, world.paging));
    const closing = { name: 'Efterårsferie', from: '2026-10-12', until: '2026-10-17' };
    await world.as(world.lead, () => close.run(world.lead, closing));
    await expect(move(sessions[6], to)).rejects.toMatchObject({ kind: 'rule', problem });
  });

  it('is refused of one that is off or has begun, from an old version, and out of reach', async () => {
    const [, , , , , , , eighth, ninth] = sessions;
    const to = { date: '2026-12-01', startTime: '16:00' };
    await expect(move(eighth, to, 9)).rejects.toMatchObject({ problem: 'stale' });
    await expect(move(eighth, to, 1, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(move(undefined, to)).rejects.toMatchObject({ problem: 'not-found' });
    const off = await world.as(world.leader, () =>
      new CancelSession(world.database).run(world.leader, eighth!.id, eighth!.version),
    );
    await expect(move(off, to)).rejects.toMatchObject({ problem: 'session-cancelled' });
    await world.setClock(ninth!.startsAt);
    await expect(move(ninth, to)).rejects.toMatchObject({ problem: 'booking-begun' });
    await world.setClock('2026-09-01T08:00:00Z');
  });

  it('is rolled back with its events', async () => {
    const tenth = sessions[9];
    await world.withoutOutbox(() => move(tenth, { date: '2026-12-02', startTime: '16:00' }));
    expect(await bookedAt(tenth?.id)).toMatchObject([{ at: new Date(tenth!.startsAt) }]);
  });

  it('by many at once happens once, and two sessions never to one time', async () => {
    const [one, two] = [sessions[10], sessions[11]];
    const to = { date: '2026-12-08', startTime: '15:00' };
    const outcomes = await Promise.allSettled([one, two, one, two].map((session) => move(session, to)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const taken = await world.all(
      `SELECT DISTINCT appointment_id FROM booking WHERE starts_at = '2026-12-08T14:00:00Z'`,
    );
    expect(taken).toHaveLength(1);
    const ids = [one!.id, two!.id];
    expect(
      (await world.events('session-moved')).filter(({ data }) => ids.includes(data['sessionId'] as string)),
    ).toHaveLength(2);
  });
});
