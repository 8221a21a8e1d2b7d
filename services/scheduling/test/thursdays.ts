import { BookRoom } from '../src/bookings/book-room.js';
import { FindBookings } from '../src/bookings/find-bookings.js';
import { CancelSession } from '../src/courses/cancel-session.js';
import type { MoveRest as Wish, SessionView } from '../src/courses/courses.dto.js';
import { MoveRest } from '../src/courses/move-rest.js';
import { PlaceCourse } from '../src/courses/place-course.js';
import type { GroupView } from '../src/groups/groups.dto.js';
import type { World } from './world.js';

const onThursdays = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;

export const numbered = (all: readonly SessionView[]): SessionView[] => all.filter(({ kind }) => kind === 'session');
export const evenings = (all: readonly SessionView[]): SessionView[] =>
  all.filter(({ kind }) => kind === 'theme-evening');

/**
 * A course of two families on Thursdays from 1 October 2026, none on 24 and 31 December; its theme evenings are on the Mondays
 * after the third, seventh and eleventh session.
 */
export class Thursdays {
  private constructor(
    readonly world: World,
    readonly group: GroupView,
    readonly families: readonly [string, string],
    readonly sessions: readonly SessionView[],
  ) {}

  static async in(world: World): Promise<Thursdays> {
    await world.setClock('2026-09-01T08:00:00Z');
    const group = await world.group();
    const families = [(await world.seat(group, 0)).familyId, (await world.seat(group, 1)).familyId] as const;
    return new Thursdays(world, group, families, (await placed(world, group)).sessions);
  }

  /** The fifth session, on 29 October, and those after it. */
  get rest(): readonly SessionView[] {
    return numbered(this.sessions).slice(4);
  }

  move(session: Pick<SessionView, 'id' | 'version'>, to: Wish, version = session.version, by = this.world.leader) {
    return this.world.as(by, () => new MoveRest(this.world.database).run(by, session.id, version, to));
  }

  cancel({ id, version }: SessionView): Promise<SessionView> {
    const { leader, database } = this.world;
    return this.world.as(leader, () => new CancelSession(database).run(leader, id, version));
  }

  bookRoom(date: string, startTime: string): Promise<unknown> {
    const { leader, database } = this.world;
    const body = { room: this.group.room!, date, startTime, minutes: 60 };
    return this.world.as(leader, () => new BookRoom(database, new FindBookings(database)).run(leader, body));
  }

  async now(): Promise<readonly SessionView[]> {
    return (await this.world.read(this.group)).course!.sessions;
  }

  async told() {
    const events = await this.world.events('session-moved');
    return events.filter(({ data }) => data['groupId'] === this.group.id);
  }

  /** When each takes up how much, in order. */
  booked(sessions: readonly SessionView[] = this.sessions) {
    return this.world.all<{ id: string; at: Date; n: number }>(
      `SELECT appointment_id AS id, starts_at AS at, count(*)::int AS n FROM booking WHERE appointment_id = ANY ($1)
       GROUP BY 1, 2 ORDER BY 2`,
      [sessions.map(({ id }) => id)],
    );
  }

  async expectUnmoved(): Promise<void> {
    expect(await this.now()).toEqual(this.sessions);
    expect(await this.told()).toEqual([]);
    const times = (await this.booked()).map(({ at }) => at.toISOString());
    expect(times).toEqual(this.sessions.map(({ startsAt }) => startsAt));
  }
}

export const placed = (world: World, group: GroupView, where: Parameters<PlaceCourse['run']>[3] = onThursdays) =>
  world.as(world.leader, () => new PlaceCourse(world.database).run(world.leader, group.id, group.version, where));
