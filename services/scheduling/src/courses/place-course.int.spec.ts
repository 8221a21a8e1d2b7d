import { DomainError, isHoliday, newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { BookRoom } from '../bookings/book-room.js';
import { FindBookings } from '../bookings/find-bookings.js';
import type { GroupView } from '../groups/groups.dto.js';
import type { PlaceCourse as Wish } from './courses.dto.js';
import { PlaceCourse } from './place-course.js';

const wish: Wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' };

describe('placing a course', () => {
  let world: World;
  let command: PlaceCourse;
  beforeAll(async () => {
    world = await World.make();
    command = new PlaceCourse(world.database);
  });
  afterAll(() => world.stop());

  const place = (group: GroupView, where: Wish = wish, version = group.version) =>
    world.as(world.leader, () => command.run(world.leader, group.id, version, where));
  const refused = async (attempt: Promise<unknown>) => {
    const error = await attempt.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(DomainError);
    return error as DomainError & { extension: { reasons: Record<string, unknown>[]; alternatives: Wish[] } };
  };
  const bookings = (group: GroupView) =>
    world.all<{ kind: string; rows: number }>(
      `SELECT b.resource_kind AS kind, count(*)::int AS rows FROM booking b JOIN appointment a ON a.id = b.appointment_id
       JOIN course c ON c.id = a.course_id WHERE c.group_id = $1 GROUP BY 1 ORDER BY 1`,
      [group.id],
    );
  const bookRoom = (room: string, date: string, startTime: string) =>
    world.as(world.leader, () =>
      new BookRoom(world.database, new FindBookings(world.database)).run(world.leader, {
        room,
        date,
        startTime,
        minutes: 60,
      }),
    );

  it('books room, staff and each family for 13 sessions and 3 theme evenings, none on a holiday', async () => {
    const group = await world.group();
    for (let place = 0; place < 6; place++) await world.seat(group, place);
    const course = await place(group);
    expect(course.sessions.filter(({ kind }) => kind === 'session')).toHaveLength(13);
    expect(course.sessions.filter(({ kind }) => kind === 'theme-evening')).toHaveLength(3);
    for (const session of course.sessions) expect(isHoliday(session.date)).toBe(false);
    expect(await bookings(group)).toEqual([
      { kind: 'household', rows: 13 * 6 },
      { kind: 'person', rows: 13 * (2 + 6 * 4) + 3 * (2 + 6 * 2) },
      { kind: 'room', rows: 16 },
    ]);
    const read = await world.read(group);
    expect(read.course).toEqual(course);
    expect(read.places.every(({ seat }) => seat?.booked)).toBe(true);
  });

  it('tells each family by an event of its own, and logs who was concerned', async () => {
    const group = await world.group({ startsOn: '2027-02-01' });
    const families = [await world.seat(group, 0), await world.seat(group, 1)].map(({ familyId }) => familyId);
    const course = await place(group, { ...wish, from: '2027-02-01' });
    const events = (await world.events('course-placed')).filter(({ data }) => data['groupId'] === group.id);
    expect(events.map(({ order_key }) => order_key).toSorted()).toEqual(families.toSorted());
    expect(events[0]!.data['sessions']).toHaveLength(course.sessions.length);
    const [log] = await world.all<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE act = 'course.place' ORDER BY id DESC LIMIT 1`,
    );
    expect(log!.subjects.toSorted()).toEqual(families.toSorted());
  });

  it('happens once: the same request again is stale, and a later one finds the course there', async () => {
    const group = await world.group();
    await place(group);
    expect((await refused(place(group))).problem).toBe('stale');
    expect((await refused(place(group, wish, group.version + 1))).problem).toBe('course-already-placed');
  });

  it('is all or nothing: without its events nothing of it stays', async () => {
    const group = await world.group();
    await world.seat(group, 0);
    await world.withoutOutbox(() => place(group));
    expect(await bookings(group)).toEqual([]);
    expect(await world.read(group)).toMatchObject({ course: null, version: group.version });
  });

  it('is refused where the room is taken, with the reason and alternatives that fit', async () => {
    const group = await world.group();
    const room = group.room!;
    await bookRoom(room, '2026-10-29', '18:30');
    const { problem, extension } = await refused(place(group));
    expect(problem).toBe('course-clashes');
    expect(extension.reasons).toEqual([
      { resource: 'room', id: room, session: 'session', number: 5, date: '2026-10-29', startTime: '16:00' },
    ]);
    expect(await bookings(group)).toEqual([]);
    expect(extension.alternatives).toHaveLength(3);
    const [{ from, weekday, startTime }] = extension.alternatives as [Wish];
    expect((await place(group, { from, weekday, startTime })).sessions).toHaveLength(16);
  });

  it('is refused where a family is taken, without saying which', async () => {
    const household = newId();
    const first = await world.group();
    const { familyId } = await world.seat(first, 0, { households: [household] });
    await place(first);
    const second = await world.group();
    const other = await world.seat(second, 0, { households: [household] });
    const error = await refused(place(second));
    expect(error.extension.reasons).toHaveLength(13);
    expect(new Set(error.extension.reasons.map(({ resource }) => resource))).toEqual(new Set(['family']));
    const said = JSON.stringify([error.detail, error.fields, error.extension]);
    for (const secret of [household, familyId, other.familyId]) expect(said).not.toContain(secret);
  });

  it('two groups at once with the same staff: one is placed, one is refused with reasons', async () => {
    const staff = [(await world.addStaff('A')).id, (await world.addStaff('B')).id];
    const groups = [await world.group({ staff }), await world.group({ staff })];
    const outcomes = await Promise.allSettled(groups.map((group) => place(group)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [lost] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost!.reason).toMatchObject({ problem: 'course-clashes' });
  });

  it.each([
    ['before today', { ...wish, from: '2026-08-31' }, 'from-in-the-past'],
    ['far ahead', { ...wish, from: '9999-12-31' }, 'too-far-ahead'],
    ['on a weekday that the programme does not have', { ...wish, weekday: 'friday' as const }, 'outside-template'],
    ['at a time that the programme does not have', { ...wish, startTime: '09:00' }, 'outside-template'],
  ])('is refused %s', async (_, where, problem) => {
    const group = await world.group();
    expect((await refused(place(group, where))).problem).toBe(problem);
  });

  it('is refused where its first session has begun already', async () => {
    const group = await world.group();
    await world.setClock('2026-09-03T15:00:00Z');
    expect((await refused(place(group, { ...wish, from: '2026-09-03' }))).problem).toBe('from-in-the-past');
    await world.setClock('2026-09-01T08:00:00Z');
  });

  it('is out of reach for a leader of another unit', async () => {
    const group = await world.group();
    const attempt = world.as(world.stranger, () => command.run(world.stranger, group.id, group.version, wish));
    expect((await refused(attempt)).problem).toBe('not-found');
  });
});
