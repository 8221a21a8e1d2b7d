import { newId } from '@helhed/kernel';
import { World } from '../../test/world.js';
import { PlaceCourse } from '../courses/place-course.js';
import type { GroupView } from './groups.dto.js';

const wish = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

describe('a family that was given a place', () => {
  let world: World;
  beforeAll(async () => (world = await World.make()));
  afterAll(() => world.stop());
  afterEach(() => world.setClock('2026-09-01T08:00:00Z'));

  const placeCourse = (group: GroupView) =>
    world.as(world.leader, () => new PlaceCourse(world.database).run(world.leader, group.id, group.version, wish));
  const eventsAbout = async (familyId: string, name: string) =>
    (await world.events(name)).filter(({ order_key }) => order_key === familyId);
  const seatOf = async (group: GroupView) => (await world.read(group)).places[0]!.seat!;
  const person = (role: 'parent' | 'child', ...households: string[]) => ({ personId: newId(), role, households });

  it('has its seat, once, however often it is told', async () => {
    const group = await world.group();
    const familyId = newId();
    await world.assign(group, 0, familyId);
    await world.assign(group, 0, familyId);
    expect(await seatOf(group)).toMatchObject({ familyId, takenOn: '2026-09-02', booked: false });
    expect(await eventsAbout(familyId, 'seat-taken')).toMatchObject([
      { data: { groupId: group.id, unit: group.unit } },
    ]);
  });

  it('keeps it against another: the second is refused and leaves nothing', async () => {
    const group = await world.group();
    await world.assign(group, 0, newId());
    const second = newId();
    await expect(world.assign(group, 0, second)).rejects.toMatchObject({ problem: 'place-taken' });
    expect(await eventsAbout(second, 'seat-taken')).toEqual([]);
  });

  it('gives it back when it withdraws: the next family has it, and the calendar is free of the first', async () => {
    const group = await world.group();
    await placeCourse(group);
    const home = newId();
    const first = await world.seat(group, 0, { households: [home] });
    const neighbour = await world.seat(group, 1, { households: [newId()] });
    const booked = (household: string) => world.all('SELECT FROM booking WHERE resource_id = $1', [household]);
    expect(await booked(home)).toHaveLength(13);
    await world.withdraw(first.familyId, 'another-programme');
    expect(await booked(home)).toHaveLength(13);
    await world.withdraw(first.familyId);
    await world.withdraw(first.familyId);
    expect(await booked(home)).toEqual([]);
    expect(await booked(neighbour.households[0]!)).toHaveLength(13);
    const next = await world.seat(group, 0, { households: [home] });
    expect(await seatOf(group)).toMatchObject({ familyId: next.familyId, booked: true, clashes: [] });
    expect(await booked(home)).toHaveLength(13);
  });

  it('is forgotten with its members when it withdraws, though its enrolment is heard of later', async () => {
    const [group, first] = [await world.group(), newId()];
    await world.assign(group, 0, first);
    await world.withdraw(first);
    const late = newId();
    await world.enrol(group, 0, first, [person('parent', late)]);
    const next = await world.seat(group, 0);
    await placeCourse(group);
    expect(await world.all('SELECT FROM booking WHERE resource_id = $1', [late])).toEqual([]);
    expect(await world.all('SELECT FROM booking WHERE resource_id = $1', [next.households[0]!])).toHaveLength(13);
  });

  it('200 at once for one place: one has it', async () => {
    const group = await world.group();
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => world.assign(group, 0, newId())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.all('SELECT FROM seat WHERE group_id = $1', [group.id])).toHaveLength(1);
  });

  it('is rolled back with its event', async () => {
    const group = await world.group();
    await world.withoutOutbox(() => world.assign(group, 0, newId()));
    expect(await world.all('SELECT FROM seat WHERE group_id = $1', [group.id])).toEqual([]);
  });

  it.each(['enrolment last', 'enrolment first'])('has the placed course in its calendar, %s', async (order) => {
    const group = await world.group();
    await placeCourse(group);
    const [familyId, members] = [newId(), [person('parent', newId())]];
    const steps = [() => world.assign(group, 0, familyId), () => world.enrol(group, 0, familyId, members)];
    for (const step of order === 'enrolment last' ? steps : steps.toReversed()) await step();
    expect(await seatOf(group)).toMatchObject({ booked: true, clashes: [] });
    const [event, ...more] = await eventsAbout(familyId, 'course-placed');
    expect(more).toEqual([]);
    expect(event!.data['sessions']).toHaveLength(16);
  });

  it('at the same moment as its enrolment and the placing of the course: booked once', async () => {
    for (let round = 0; round < 8; round++) {
      const group = await world.group();
      const [familyId, members] = [newId(), [person('parent', newId())]];
      await Promise.all([
        world.assign(group, 0, familyId),
        world.enrol(group, 0, familyId, members),
        placeCourse(group),
      ]);
      expect(await seatOf(group)).toMatchObject({ booked: true, clashes: [] });
      expect(await eventsAbout(familyId, 'course-placed')).toHaveLength(1);
    }
  });

  it('seated midway, is booked for what remains', async () => {
    const group = await world.group();
    const course = await placeCourse(group);
    await world.setClock('2026-11-01T12:00:00Z');
    const { familyId } = await world.seat(group, 0);
    const remaining = course.sessions.filter(({ startsAt }) => startsAt > '2026-11-01T12:00:00Z');
    const [event] = await eventsAbout(familyId, 'course-placed');
    expect(event!.data['sessions']).toHaveLength(remaining.length);
    expect(remaining.length).toBeLessThan(13);
  });

  it('with another appointment on one session, keeps its seat; the session is shown and not booked', async () => {
    const household = newId();
    const other = await world.group();
    const elsewhere = await placeCourse(other);
    const midway = '2026-12-12T12:00:00Z';
    await world.setClock(midway);
    await world.seat(other, 0, { households: [household] });
    await world.setClock('2026-09-01T08:00:00Z');
    const group = await world.group();
    const course = await placeCourse(group);
    const { familyId } = await world.seat(group, 0, { households: [household] });
    const late = elsewhere.sessions
      .filter(({ kind, startsAt }) => kind === 'session' && startsAt > midway)
      .map(({ date }) => date);
    const clashing = course.sessions
      .filter(({ kind, date }) => kind === 'session' && late.includes(date))
      .map(({ id }) => id);
    expect(clashing).toHaveLength(2);
    expect((await seatOf(group)).clashes.toSorted()).toEqual(clashing.toSorted());
    const [event] = await eventsAbout(familyId, 'course-placed');
    expect(event!.data['sessions']).toHaveLength(course.sessions.length - 2);
  });

  it('a household shared with another family of the group is no clash', async () => {
    const [group, shared] = [await world.group(), newId()];
    await placeCourse(group);
    await world.seat(group, 1, { households: [shared] });
    await world.seat(group, 0, { members: [person('parent', newId()), person('child', newId(), shared)] });
    expect(await seatOf(group)).toMatchObject({ booked: true, clashes: [] });
  });

  it('two siblings may be in two places: the household is taken only by what is for all of it', async () => {
    const group = await world.group();
    const course = await placeCourse(group);
    const home = newId();
    await world.seat(group, 0, { households: [home] });
    const evening = course.sessions.find(({ kind }) => kind === 'theme-evening')!;
    const taken = await world.all<{ kind: string }>(
      `SELECT DISTINCT resource_kind AS kind FROM booking WHERE appointment_id = $1`,
      [evening.id],
    );
    expect(taken.map(({ kind }) => kind).toSorted()).toEqual(['person', 'room']);
  });
});
