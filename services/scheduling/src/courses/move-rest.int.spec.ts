import { recipientIn } from '../../test/members.js';
import { evenings, numbered, Thursdays } from '../../test/thursdays.js';
import { World } from '../../test/world.js';
import { FindDueDeliveries } from '../deliveries/find-due-deliveries.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { ArrangeNeed } from '../needs/arrange-need.js';
import type { SessionView } from './courses.dto.js';
import { MoveSession } from './move-session.js';

const tuesday = { date: '2026-10-27', startTime: '15:30' };

describe('moving the rest of a course', () => {
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

  const moveAlone = ({ id, version }: SessionView, to: { date: string; startTime: string }) =>
    world.as(world.leader, () => new MoveSession(world.database).run(world.leader, id, version, to));

  it('takes each along to the new weekday and time, past the holidays, and tells each family of each, once', async () => {
    const { rest, sessions } = course;
    const ids = rest.map(({ id }) => id);
    const before = await course.booked(rest);
    const answer = await course.move(fifth, tuesday);
    const now = ids.map((id) => answer.sessions.find((each) => each.id === id)!);
    expect(now.map(({ date }) => date)).toEqual([
      '2026-10-27',
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
      '2027-01-05',
    ]);
    expect(now[0]).toMatchObject({ startTime: '15:30', startsAt: '2026-10-27T14:30:00.000Z', version: 2 });
    // what came before, and the evenings, which are between their sessions still
    const others = (all: readonly SessionView[]) => all.filter(({ id }) => !ids.includes(id));
    expect(others(answer.sessions)).toEqual(others(sessions));
    expect(await course.booked(rest)).toEqual(
      now.map(({ id, startsAt }) => ({ id, at: new Date(startsAt), n: before.find((each) => each.id === id)!.n })),
    );
    for (const family of course.families) {
      const heard = (await course.told()).filter(({ order_key }) => order_key === family).map(({ data }) => data);
      expect(heard.map(({ sessionId, startsAt }) => [sessionId, startsAt])).toEqual(
        now.map(({ id, startsAt }) => [id, startsAt]),
      );
      expect(heard[0]).toMatchObject({ kind: 'session', movedOn: '2026-09-01' });
    }
    const [log] = await world.all<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE act = 'session.move-rest' ORDER BY id DESC LIMIT 1`,
    );
    expect(log!.subjects.toSorted()).toEqual(course.families.toSorted());
    expect(await course.move(fifth, tuesday, 9)).toEqual(answer);
    expect(await course.told()).toHaveLength(2 * ids.length);
  });

  it('weeks on takes the evenings along too; a room that is named is that of all', async () => {
    const room = (await world.addRoom('Salen')).id;
    const { sessions } = await course.move(fifth, { date: '2026-11-12', startTime: '16:00', room });
    expect(
      numbered(sessions)
        .slice(4)
        .map(({ date }) => date),
    ).toEqual([
      '2026-11-12',
      '2026-11-19',
      '2026-11-26',
      '2026-12-03',
      '2026-12-10',
      '2026-12-17',
      // not Christmas Eve, nor New Year's; the break that these had made takes a part of the delay up
      '2027-01-07',
      '2027-01-14',
      '2027-01-21',
    ]);
    const days = (all: readonly SessionView[]) => evenings(all).map(({ date }) => date);
    expect(days(course.sessions)).toEqual(['2026-10-19', '2026-11-16', '2026-12-14']);
    expect(days(sessions)).toEqual(['2026-10-19', '2026-11-30', '2027-01-11']);
    expect(sessions.filter((each) => each.room === room)).toHaveLength(9 + 2);
  });

  it('is a REQUEST due for each invitation that was taken, and what was arranged is to be arranged anew', async () => {
    const { leader } = world;
    const [family] = course.families;
    const [, sixth, seventh, , ninth] = course.rest as [
      SessionView,
      SessionView,
      SessionView,
      SessionView,
      SessionView,
    ];
    const recipient = await recipientIn(world, family);
    const invite = ({ id }: SessionView) =>
      world.as(leader, () => new ReadInvitation(world.looks).run(leader, id, { family, recipient }));
    const due = async () => {
      const look = new FindDueDeliveries(world.looks, world.paging);
      const { items } = await world.as(leader, () => look.page(leader, { request: 'due', limit: 50 }));
      return items.map(({ session }) => session).toSorted();
    };
    const needsOf = (...of: readonly SessionView[]) =>
      world.all<{ id: string; version: number; state: string }>(
        'SELECT id, version, state FROM appointment_need WHERE appointment_id = ANY ($1) ORDER BY id',
        [of.map(({ id }) => id)],
      );
    for (const session of [numbered(course.sessions)[3]!, sixth, seventh]) await invite(session);
    const arrange = new ArrangeNeed(world.database, world.looks);
    const arranged = { by: 'supplier', reference: 'T-1' } as const;
    for (const { id, version } of await needsOf(sixth, seventh))
      await world.as(leader, () => arrange.run(leader, id, version, arranged));
    await course.move(fifth, tuesday);
    expect(await due()).toEqual([sixth.id, seventh.id].toSorted());
    expect(await invite(sixth)).toMatch(/METHOD:REQUEST[^]*20261103T153000/);
    expect(await due()).toEqual([seventh.id]);
    await invite(seventh);
    expect((await needsOf(sixth, seventh)).map(({ state }) => state)).toEqual(['to-rearrange', 'to-rearrange']);
    expect((await needsOf(ninth)).map(({ state }) => state)).toEqual(['named']);
  });

  it('brings those along that were moved one by one, and leaves what is off', async () => {
    const [, sixth, seventh] = course.rest as [SessionView, SessionView, SessionView];
    await course.cancel(sixth);
    await moveAlone(seventh, { date: '2026-11-11', startTime: '17:00' });
    const { sessions } = await course.move(fifth, tuesday);
    const of = ({ id }: SessionView) => sessions.find((each) => each.id === id);
    expect(of(sixth)).toMatchObject({ cancelled: true, date: sixth.date });
    expect(of(seventh)).toMatchObject({ date: '2026-11-10', startTime: '15:30', version: 3 });
    expect(sessions.at(-1)).toMatchObject({ date: '2027-01-05' });
  });

  it('where the one named stands there already, brings the others to it', async () => {
    const to = { date: '2026-12-16', startTime: '17:00' };
    const last = course.rest.at(-2)!;
    const moved = await moveAlone(last, to);
    await expect(course.move(moved, to, 1)).rejects.toMatchObject({ problem: 'stale' });
    const { sessions } = await course.move(moved, to);
    expect(sessions.at(-2)).toEqual(moved);
    expect(sessions.at(-1)).toMatchObject({ date: '2027-01-06', startTime: '17:00', version: 2 });
  });

  it('from a theme evening on takes the evenings to a new day, and leaves the sessions of these weeks', async () => {
    const [, second, third] = evenings(course.sessions) as [SessionView, SessionView, SessionView];
    const { sessions } = await course.move(second, { date: '2026-11-17', startTime: '19:30' });
    const of = ({ id }: SessionView) => sessions.find((each) => each.id === id);
    expect(of(second)).toMatchObject({ date: '2026-11-17', startTime: '19:30', version: 2 });
    expect(of(third)).toMatchObject({ date: '2026-12-15', startTime: '19:30', version: 2 });
    expect(numbered(sessions)).toEqual(numbered(course.sessions));
    expect(await course.told()).toHaveLength(2 * 2);
  });
});
