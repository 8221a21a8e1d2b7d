import { DomainError, newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { enrolledIn, recipientIn } from '../../test/members.js';
import { World } from '../../test/world.js';
import { BookRoom } from '../bookings/book-room.js';
import { FindBookings } from '../bookings/find-bookings.js';
import { AddClosure } from '../closures/add-closure.js';
import { FindClosures } from '../closures/find-closures.js';
import type { PlaceCourse as Wish } from '../courses/courses.dto.js';
import { PlaceCourse } from '../courses/place-course.js';
import { CreateFeed } from '../feeds/create-feed.js';
import { FindFeeds } from '../feeds/find-feeds.js';
import { ReadFeed } from '../feeds/read-feed.js';
import type { GroupView } from '../groups/groups.dto.js';
import { ReadInvitation } from '../invitations/read-invitation.js';

const wish: Wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' };
const codes = ['start', 'midway', 'evaluation'];

describe('the conversations of a course', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const place = (group: GroupView, where: Wish = wish) =>
    world.as(world.leader, () => new PlaceCourse(world.database).run(world.leader, group.id, group.version, where));
  /** A group of that many families with its course. */
  async function placed(families: number, where: Wish = wish) {
    const group = await world.group();
    const seated = [];
    for (let index = 0; index < families; index++) seated.push((await world.seat(group, index)).familyId);
    const course = await place(group, where);
    return { group, families: seated, course };
  }
  const conversationsOf = async (group: GroupView, family: string) =>
    (await world.read(group)).places.find(({ seat }) => seat?.familyId === family)?.seat?.conversations ?? [];
  const bookedFor = (id: string) =>
    world.all<{ kind: string; id: string }>(
      'SELECT resource_kind AS kind, resource_id AS id FROM booking WHERE appointment_id = $1 ORDER BY 1, 2',
      [id],
    );
  const told = async (family: string) =>
    (await world.events('conversation-placed')).filter(({ order_key: key }) => key === family);

  it('are placed with it: three for each of six families, for room, staff and its parents, in the order of the course', async () => {
    const { group, families, course } = await placed(6);
    const nth = (number: number) => course.sessions.find((each) => each.kind === 'session' && each.number === number);
    const all = [];
    for (const family of families) {
      const found = await conversationsOf(group, family);
      expect(found.map(({ conversation }) => conversation)).toEqual(codes);
      for (const [index, after] of [1, 7, 13].entries()) {
        expect(found[index]!.startsAt >= nth(after)!.endsAt).toBe(true);
        if (after < 13) expect(found[index]!.endsAt <= nth(after + 1)!.startsAt).toBe(true);
      }
      const persons = [...group.staff, ...(await enrolledIn(world, family, 'parent'))].toSorted();
      expect(await bookedFor(found[0]!.id)).toEqual([
        ...persons.map((id) => ({ kind: 'person', id })),
        { kind: 'room', id: group.room },
      ]);
      expect((await told(family)).map(({ data }) => data)).toEqual(
        found.map(({ id, conversation, startsAt, endsAt }) => {
          const of = { groupId: group.id, familyId: family, programme: 'nyborg-familiestue' };
          return { appointmentId: id, ...of, conversation, startsAt, endsAt };
        }),
      );
      all.push(...found);
    }
    expect(new Set(all.map(({ startsAt }) => startsAt)).size).toBe(18);
    // who reads the course reads nothing of whom one talks with
    expect((await world.read(group)).course!.sessions).toHaveLength(16);
  });

  it('are clear of what a parent has elsewhere, and another family has the time', async () => {
    const group = await world.group();
    const families = [(await world.seat(group, 0)).familyId, (await world.seat(group, 1)).familyId] as const;
    const book = new BookRoom(world.database, new FindBookings(world.database));
    const room = (await world.addRoom('Et andet rum')).id;
    const time = { room, date: '2026-10-05', startTime: '09:00', minutes: 60 };
    const { id } = await world.as(world.leader, () => book.run(world.leader, time));
    const parent = await recipientIn(world, families[0]);
    await world.inTx((tx) =>
      tx.query(
        `INSERT INTO booking SELECT municipality, appointment_id, 'person', $2, starts_at, ends_at FROM booking
         WHERE municipality = helhed.tenant() AND appointment_id = $1`,
        [id, parent],
      ),
    );
    await place(group);
    const starts = await Promise.all(families.map(async (family) => (await conversationsOf(group, family))[0]));
    expect(starts.map((start) => `${start?.date} ${start?.startTime}`)).toEqual([
      '2026-10-05 10:00',
      '2026-10-05 09:00',
    ]);
  });

  it('are clear of closed days', async () => {
    const close = new AddClosure(world.database, new FindClosures(world.database, world.paging));
    const days = { name: 'Uge', from: '2029-10-08', until: '2029-10-10' };
    await world.as(world.lead, () => close.run(world.lead, days));
    const { group, families } = await placed(2, { from: '2029-10-04', weekday: 'thursday', startTime: '16:00' });
    for (const family of families) {
      const [start] = await conversationsOf(group, family);
      expect(start!.date).toBe('2029-10-10');
    }
  });

  it('that find no time are a refusal of it all, with the reasons and alternatives that fit, and no family is named', async () => {
    const group = await world.group();
    const { familyId } = await world.seat(group, 0);
    const book = new BookRoom(world.database, new FindBookings(world.database));
    // from Thursday's session to the next: Monday to Wednesday, and Thursday before it
    for (const date of ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08']) {
      const booking = { room: group.room!, date, startTime: '08:00', minutes: 360 };
      await world.as(world.leader, () => book.run(world.leader, booking));
    }
    const error = await place(group).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DomainError);
    const { problem, extension } = error as DomainError & {
      extension: { reasons: object[]; alternatives: Wish[] };
    };
    expect(problem).toBe('course-clashes');
    const of = { session: 'conversation', conversation: 'start', date: '2026-10-05', startTime: '09:00' };
    expect(extension.reasons).toEqual([{ resource: 'room', id: group.room, ...of }]);
    expect(JSON.stringify(extension)).not.toContain(familyId);
    expect(await world.all('SELECT FROM appointment WHERE group_id = $1', [group.id])).toEqual([]);
    const [{ from, weekday, startTime }] = extension.alternatives as [Wish];
    await place(group, { from, weekday, startTime });
    expect(await conversationsOf(group, familyId)).toHaveLength(3);
  });

  it('are placed for a family that comes later, where there is time from the next day on', async () => {
    const { group } = await placed(1);
    await world.setClock('2026-10-13T08:00:00Z');
    const { familyId } = await world.seat(group, 1);
    const found = await conversationsOf(group, familyId);
    expect(found.map(({ conversation }) => conversation)).toEqual(codes);
    expect(found[0]!.date).toBe('2026-10-14');
    expect(await told(familyId)).toHaveLength(3);
    await world.setClock('2026-09-01T08:00:00Z');
  });

  it('are free when the family leaves, and the next family in its place has its own', async () => {
    const { group, families } = await placed(1);
    const [gone] = families as [string];
    const before = await conversationsOf(group, gone);
    await world.withdraw(gone);
    for (const { id } of before) expect(await bookedFor(id)).toEqual([]);
    const { familyId } = await world.seat(group, 0);
    const found = await conversationsOf(group, familyId);
    expect(found.map(({ startsAt }) => startsAt)).toEqual(before.map(({ startsAt }) => startsAt));
    expect(found.some(({ id }) => before.some((each) => each.id === id))).toBe(false);
    // the same family back has them anew
    await world.assign(group, 2, gone);
    const members = [{ personId: newId(), role: 'parent' as const, households: [newId()] }];
    await world.enrol(group, 2, gone, members);
    const again = await conversationsOf(group, gone);
    expect(again.map(({ cancelled }) => cancelled)).toEqual([false, false, false]);
    // each in the place of the one that was called off when it left
    expect((await told(gone)).slice(3).map(({ data }) => data['replacesId'])).toEqual(before.map(({ id }) => id));
  });

  it('are in the feeds and invitations of that family’s parents, and in nobody else’s', async () => {
    const { group, families } = await placed(2);
    const known = new Known(world);
    for (const family of families) await known.mayHaveFeed(family);
    const [own, other] = families as [string, string];
    const [talk] = await conversationsOf(group, own);
    const feed = async (family: string) => {
      const create = new CreateFeed(world.database, world.looks, new FindFeeds(world.looks));
      const of = { for: 'family', family, recipient: await recipientIn(world, family) } as const;
      const { url } = await world.as(world.leader, () => create.run(world.leader, of));
      const secret = /\/feeds\/(.+)\.ics$/.exec(url!)![1]!;
      return world.as(world.stranger, () => new ReadFeed(world.database, world.looks).run(secret));
    };
    const invite = async (family: string) => {
      const recipient = await recipientIn(world, family);
      const read = new ReadInvitation(world.looks);
      return world.as(world.leader, () => read.run(world.leader, talk!.id, { family, recipient }));
    };
    expect(await feed(own)).toContain(talk!.id);
    expect(await feed(other)).not.toContain(talk!.id);
    expect(await invite(own)).toContain('METHOD:REQUEST');
    await expect(invite(other)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('are gone with an erased family, and its place takes another', async () => {
    const { group, families } = await placed(1);
    const [gone] = families as [string];
    await new Known(world).erased(gone);
    expect(await world.all('SELECT FROM appointment WHERE family_id = $1', [gone])).toEqual([]);
    const { familyId } = await world.seat(group, 0);
    expect(await conversationsOf(group, familyId)).toHaveLength(3);
  });
});
