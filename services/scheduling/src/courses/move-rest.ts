import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import type { Session } from '../calendar/appointment.js';
import { toInterval } from '../calendar/local-time.js';
import { requireNear } from '../calendar/plannable.js';
import { findClosedDays } from '../closures/closure.js';
import type { Group } from '../groups/group.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { insist } from './book-whole.js';
import { lockGroupOf } from './call-off.js';
import type { CourseView, MoveRest as Wish } from './courses.dto.js';
import { findCourse } from './find-course.js';
import { lockRest } from './lock-rest.js';
import { lockSession } from './lock-session.js';
import { requireTime } from './require-time.js';
import { settleMoved } from './settle-moved.js';
import { shiftRest } from './shift-rest.js';

@Injectable()
export class MoveRest {
  constructor(private readonly database: Database) {}

  /**
   * This session to another time or room, and with it all of the course that come after it, for all who come to them, or none of
   * them, with the reasons. Each family is told of each that is moved; asked again, nothing happens.
   */
  async run(actor: Actor, id: string, version: number, wish: Wish): Promise<CourseView> {
    return insist(() =>
      this.database.inTransaction(actor.municipality, (tx) => this.#move(tx, actor, id, version, wish)),
    );
  }

  async #move(tx: Tx, actor: Actor, id: string, version: number, wish: Wish): Promise<CourseView> {
    const named = await lockSession(tx, actor, id);
    const rest = await lockRest(tx, named);
    const group = await lockGroupOf(tx, named);
    const requireUnmoved = () => {
      requireVersion(named, version);
      named.requireMovable(tx.now);
    };
    const { date, startTime, room: roomId = named.roomId } = wish;
    const to = { date, startTime, roomId };
    if (named.cancelledAt || !named.isAt(to)) {
      requireUnmoved();
      await requireTime(tx, group, named, to);
    }
    const places = await placesOf(tx, group, { rest, id, wish });
    const moving = rest.filter((session) => !session.isAt(places.get(session)!));
    if (moving.length > 0) {
      requireUnmoved();
      for (const session of moving) session.move(places.get(session)!, tx);
      const subjects = await settleMoved(tx, group, moving);
      tx.log({ kind: 'command', act: 'session.move-rest', subjects });
    }
    return (await findCourse(tx, named.courseId!))!;
  }
}

interface Move {
  readonly rest: readonly Session[];
  /** Of the one that the others go along with. */
  readonly id: string;
  readonly wish: Wish;
}

type Place = Parameters<Session['move']>[0];

/** @throws DomainError `no-open-day`, `too-far-ahead` */
async function placesOf(tx: Tx, group: Group, { rest, id, wish }: Move): Promise<ReadonlyMap<Session, Place>> {
  const { date, startTime, room } = wish;
  const { everyWeeks } = (await getProgrammeOf(tx, group)).group.series.sessions;
  const shift = { to: { date, startTime }, everyWeeks, isClosed: await findClosedDays(tx, tx.today) };
  const named = rest.find((session) => session.id === id)!;
  const later = rest.filter((session) => session !== named);
  const places = new Map<Session, Place>();
  for (const [session, time] of shiftRest(named, later, shift)) {
    requireNear('date', time.date, tx.today);
    const at = { date: time.date, startTime: time.startTime, roomId: room ?? session.roomId };
    places.set(session, { ...at, ...toInterval(time) });
  }
  return places;
}
