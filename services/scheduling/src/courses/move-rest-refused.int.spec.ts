import { newId } from '@helhed/kernel';
import { placed, Thursdays } from '../../test/thursdays.js';
import { World } from '../../test/world.js';
import { CancelRest } from './cancel-rest.js';
import type { SessionView } from './courses.dto.js';
import { MakeUpSession } from './make-up-session.js';
import { MarkHeld } from './mark-held.js';
import { MoveSession } from './move-session.js';

const tuesday = { date: '2026-10-27', startTime: '15:30' };

interface Clashes {
  readonly extension: { readonly reasons: readonly { readonly resource: string; readonly date: string }[] };
}

describe('moving the rest of a course, where it cannot be', () => {
  let world: World;
  let course: Thursdays;
  let fifth: SessionView;
  beforeAll(async () => {
    world = await World.make();
  });
  beforeEach(async () => {
    course = await Thursdays.in(world);
    fifth = course.rest[0]!;
  });
  afterAll(() => world.stop());

  it('the room is taken at one of them: it is the reason, and none is moved', async () => {
    await course.bookRoom('2026-11-17', '17:00');
    const { room } = course.group;
    await expect(course.move(fifth, tuesday)).rejects.toMatchObject({
      problem: 'course-clashes',
      extension: {
        reasons: [
          { resource: 'room', id: room, session: 'session', number: 8, date: '2026-11-17', startTime: '15:30' },
        ],
        alternatives: [],
      },
    });
    await course.expectUnmoved();
  });

  it('staff and a family are elsewhere at some of them: these are the reasons, and nobody is named', async () => {
    const household = newId();
    const staff = [course.group.staff[0]!, (await world.addStaff('Lis')).id];
    const other = await world.group({ staff });
    await world.seat(other, 0, { households: [household] });
    await placed(world, other, { from: '2026-12-01', weekday: 'wednesday', startTime: '16:00' });
    await world.seat(course.group, 2, { households: [household] });
    const error = await course
      .move(fifth, { date: '2026-10-28', startTime: '16:00' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problem: 'course-clashes' });
    const { reasons } = (error as Clashes).extension;
    const at = (resource: string) => reasons.filter((each) => each.resource === resource).map(({ date }) => date);
    const shared = ['2026-12-02', '2026-12-09', '2026-12-16', '2027-01-06'];
    expect([at('room'), at('staff'), at('family')]).toEqual([[], shared, shared]);
    expect(JSON.stringify(reasons)).not.toContain(household);
    await course.expectUnmoved();
  });

  it('two of the course would be at one time: both are named', async () => {
    const off = await course.cancel(fifth);
    const makeUp = new MakeUpSession(world.database);
    const to = { date: '2026-11-04', startTime: '16:00' };
    const made = await world.as(world.leader, () => makeUp.run(world.leader, off.id, off.version, to));
    const both = [6, 14].map((number) => expect.objectContaining({ resource: 'room', number, date: '2026-11-03' }));
    await expect(course.move(made, { ...to, date: '2026-11-03' })).rejects.toMatchObject({
      problem: 'course-clashes',
      extension: { reasons: expect.arrayContaining(both) },
    });
    expect(await course.told()).toEqual([]);
  });

  it.each([
    ['into the past', { date: '2026-08-31', startTime: '16:00' }, 'from-in-the-past'],
    ['to a weekday that the definition has not', { date: '2026-10-30', startTime: '16:00' }, 'outside-template'],
    ['to a time that it has not', { date: '2026-10-27', startTime: '09:00' }, 'outside-template'],
    ['to a holiday', { date: '2026-12-24', startTime: '16:00' }, 'day-closed'],
    ['far ahead', { date: '9999-12-30', startTime: '16:00' }, 'too-far-ahead'],
    ['to where its last would be far ahead', { date: '2031-09-02', startTime: '16:00' }, 'too-far-ahead'],
    ['to a room that is not there', { ...tuesday, room: newId() }, 'resource-unknown'],
  ])('%s', async (_, to, problem) => {
    await expect(course.move(fifth, to)).rejects.toMatchObject({ kind: 'rule', problem });
    await course.expectUnmoved();
  });

  const cancelled = () => course.cancel(fifth);
  const begun = async () => {
    await world.setClock(fifth.startsAt);
    return fifth;
  };
  const held = async () => {
    await begun();
    return world.as(world.leader, () => new MarkHeld(world.database).run(world.leader, fifth.id, fifth.version));
  };
  it.each([
    ['begun', begun, 'booking-begun'],
    ['held', held, 'booking-begun'],
    ['cancelled', cancelled, 'session-cancelled'],
  ])('of a session that is %s', async (_, make, problem) => {
    const session = await make();
    await expect(course.move(session, { date: '2026-11-10', startTime: '16:00' })).rejects.toMatchObject({ problem });
    expect(await course.told()).toEqual([]);
  });

  it('from an old version and out of reach; and it is rolled back whole', async () => {
    await expect(course.move(fifth, tuesday, 9)).rejects.toMatchObject({ problem: 'stale' });
    await expect(course.move(fifth, tuesday, 1, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    const nowhere = { id: newId(), version: 1 };
    await expect(course.move(nowhere, tuesday)).rejects.toMatchObject({ problem: 'not-found' });
    await world.withoutOutbox(() => course.move(fifth, tuesday));
    await course.expectUnmoved();
  });

  it('beside others who move, cancel and book: each session takes up one time, and is told of it once', async () => {
    const { leader, database } = world;
    const [eighth, last] = [course.rest[3]!, course.rest.at(-1)!];
    const alone = { date: '2026-11-18', startTime: '17:00' };
    const outcomes = await Promise.allSettled([
      course.move(fifth, tuesday),
      course.move(fifth, tuesday),
      world.as(leader, () => new MoveSession(database).run(leader, eighth.id, eighth.version, alone)),
      world.as(leader, () => new CancelRest(database).run(leader, last.id, last.version)),
      course.bookRoom('2026-12-08', '15:00'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(1);
    const now = await course.now();
    const standing = now.filter((each) => !each.cancelled);
    expect((await course.booked()).map(({ id, at }) => [id, at.toISOString()])).toEqual(
      standing.map(({ id, startsAt }) => [id, startsAt]),
    );
    const heard = (await course.told()).filter(({ order_key }) => order_key === course.families[0]);
    const times = heard.map(({ data }) => `${String(data['sessionId'])} ${String(data['startsAt'])}`);
    expect(new Set(times).size).toBe(times.length);
    // all of the rest, or none of it
    const of = ({ id }: SessionView) => now.find((each) => each.id === id)!;
    const version = of(fifth).date === tuesday.date ? 2 : 1;
    const others = course.rest.filter((each) => each !== eighth && each !== last);
    expect(others.map((each) => of(each).version)).toEqual(others.map(() => version));
  });
});
