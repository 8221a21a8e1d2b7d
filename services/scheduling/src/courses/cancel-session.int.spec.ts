import { Known } from '../../test/known.js';
import { recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { CreateFeed } from '../feeds/create-feed.js';
import type { CreateFeed as FeedWish } from '../feeds/feeds.dto.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { ReadFeed } from '../feeds/read-feed.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { CancelSession } from './cancel-session.js';
import type { SessionView } from './courses.dto.js';
import { MarkHeld } from './mark-held.js';
import { PlaceCourse } from './place-course.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('cancelling a session', () => {
  let world: World;
  let group: GroupView;
  let families: string[];
  let sessions: SessionView[];
  beforeAll(async () => {
    world = await World.make();
    group = await world.group();
    families = [(await world.seat(group, 0)).familyId, (await world.seat(group, 1)).familyId];
    for (const family of families) await new Known(world).mayHaveFeed(family);
    ({ sessions } = await world.as(world.leader, () =>
      new PlaceCourse(world.database).run(world.leader, group.id, group.version, wish),
    ));
  });
  afterAll(() => world.stop());

  const cancel = (session: SessionView, version = session.version, actor = world.leader) =>
    world.as(actor, () => new CancelSession(world.database).run(actor, session.id, version));
  const told = async (session: SessionView) =>
    (await world.events('session-cancelled')).filter(({ data }) => data['sessionId'] === session.id);
  const bookings = (session: SessionView) =>
    world.all('SELECT FROM booking WHERE appointment_id = $1', [session.id]).then((rows) => rows.length);
  const invitation = async (session: SessionView, family = families[0]!, actor = world.leader) => {
    const recipient = await recipientIn(world, family);
    return world.as(actor, () => new ReadInvitation(world.looks).run(actor, session.id, { family, recipient }));
  };
  const feedOf = async (of: FeedWish) => {
    const create = new CreateFeed(world.database, world.looks, new FindFeeds(world.looks));
    const { url } = await world.as(world.leader, () => create.run(world.leader, of));
    const secret = /\/feeds\/(.+)\.ics$/.exec(url!)![1]!;
    return () => world.as(world.leader, () => new ReadFeed(world.database, world.looks).run(secret));
  };

  it('frees all that it took up, tells each family and logs whom it concerned', async () => {
    const [session] = sessions as [SessionView];
    expect(await cancel(session)).toEqual({ ...session, cancelled: true, version: 2 });
    expect(await bookings(session)).toBe(0);
    const events = await told(session);
    expect(events.map(({ order_key }) => order_key).toSorted()).toEqual(families.toSorted());
    expect(events[0]!.data).toMatchObject({ groupId: group.id, kind: 'session', cancelledOn: '2026-09-01' });
    const [log] = await world.all<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE act = 'session.cancel' ORDER BY id DESC LIMIT 1`,
    );
    expect(log!.subjects.toSorted()).toEqual(families.toSorted());
  });

  it('happens once, whatever version is sent, and the others of the course stay', async () => {
    expect(await cancel(sessions[0]!)).toMatchObject({ version: 2 });
    expect(await told(sessions[0]!)).toHaveLength(2);
    const { course } = await world.read(group);
    expect(course!.sessions.map(({ cancelled }) => cancelled).filter(Boolean)).toHaveLength(1);
  });

  it('is rolled back with its events', async () => {
    await world.withoutOutbox(() => cancel(sessions[1]!));
    expect((await world.read(group)).course!.sessions[1]).toMatchObject({ cancelled: false, version: 1 });
    expect(await bookings(sessions[1]!)).toBeGreaterThan(0);
  });

  it('calls the invitation off, and marks it in the calendars of family and staff', async () => {
    const session = sessions.at(-1)!;
    const feeds = [
      await feedOf({ for: 'family', family: families[0]!, recipient: await recipientIn(world, families[0]!) }),
      await feedOf({ for: 'staff', staff: group.staff[0]! }),
    ];
    const isMarked = (file: string) =>
      file.split('BEGIN:VEVENT').some((event) => event.includes(session.id) && event.includes('STATUS:CANCELLED'));
    expect(await invitation(session)).toContain('METHOD:REQUEST');
    for (const read of feeds) expect(isMarked(await read())).toBe(false);
    await cancel(session);
    expect(await invitation(session)).toContain('METHOD:CANCEL');
    for (const read of feeds) expect(isMarked(await read())).toBe(true);
  });

  it('is not in the calendar of a family that is seated afterwards', async () => {
    const late = (await world.seat(group, 2)).familyId;
    expect(await bookings(sessions[0]!)).toBe(0);
    await expect(invitation(sessions[0]!, late)).rejects.toMatchObject({ problem: 'not-found' });
    expect(await invitation(sessions[2]!, late)).toContain('METHOD:REQUEST');
  });

  it('is refused once it has begun, and a cancelled one was not held', async () => {
    await world.setClock('2026-10-09T10:00:00Z');
    await expect(cancel(sessions[1]!)).rejects.toMatchObject({ problem: 'booking-begun' });
    const held = world.as(world.leader, () => new MarkHeld(world.database).run(world.leader, sessions[0]!.id, 2));
    await expect(held).rejects.toMatchObject({ kind: 'conflict', problem: 'session-cancelled' });
    await world.setClock('2026-09-01T08:00:00Z');
  });

  it('is out of reach for another unit, and stale from an old version', async () => {
    await expect(cancel(sessions[3]!, 1, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(cancel(sessions[3]!, 9)).rejects.toMatchObject({ problem: 'stale' });
  });

  it('an invitation names one person by an id, is logged, and is for who has it in reach', async () => {
    const file = await invitation(sessions[2]!, families[1]);
    expect(file.replaceAll('\r\n ', '')).toContain(await recipientIn(world, families[1]!));
    for (const secret of [...families, group.id, 'Torsdag', 'Sanne'])
      expect(file.replaceAll('\r\n ', '')).not.toContain(secret);
    const [log] = await world.all<object>(
      `SELECT kind, subjects FROM helhed.access_log WHERE act = 'invitation.read' ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toEqual({ kind: 'look', subjects: expect.arrayContaining([families[1]]) });
    const foreign = invitation(sessions[2]!, families[1], world.stranger);
    await expect(foreign).rejects.toMatchObject({ problem: 'not-found' });
  });
});
