import type { Actor } from '@helhed/access';
import { SessionMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { forgetAttendance } from '../attendance/save-attendance.js';
import type { Session } from '../calendar/appointment.js';
import { book } from '../calendar/book.js';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { toInterval } from '../calendar/local-time.js';
import { findClosedDays } from '../closures/closure.js';
import { findParticipants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import { requireRoom } from '../groups/open-group.js';
import { SeatClash } from '../groups/seat-clash.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { lockGroupOf } from './call-off.js';
import { BusyTimes } from './clashes.js';
import { courseClashes, requireAllowed } from './course-refusals.js';
import { toSessionView, type MoveSession as Wish, type SessionView } from './courses.dto.js';
import { lockSession } from './lock-session.js';
import { bookingsOf, groupNeeds } from './needs.js';
import { Overtaken } from './save-course.js';

@Injectable()
export class MoveSession {
  constructor(private readonly database: Database) {}

  /**
   * One session to another time or room, for all who come to it, or not at all, with the reasons. Each family that has it in
   * its calendar is told; asked again, nothing happens.
   */
  async run(actor: Actor, id: string, version: number, wish: Wish): Promise<SessionView> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.database.inTransaction(actor.municipality, (tx) => this.#move(tx, actor, id, version, wish));
      } catch (error) {
        // somebody booked between the look and the booking: the next look sees it and tells
        if (!(error instanceof Overtaken) || attempt === 3) throw error;
      }
  }

  async #move(tx: Tx, actor: Actor, id: string, version: number, wish: Wish): Promise<SessionView> {
    const session = await lockSession(tx, actor, id);
    const { date, startTime, room: roomId = session.roomId } = wish;
    const to = { date, startTime, roomId };
    if (session.isAt(to)) return toSessionView(session);
    requireVersion(session, version);
    const group = await lockGroupOf(tx, session);
    const { series } = (await getProgrammeOf(tx, group)).group;
    requireAllowed(session.kind === 'session' ? series.sessions : series.themeEvenings!, to, {
      today: tx.today,
      isClosed: await findClosedDays(tx, date),
    });
    if (roomId !== session.roomId) await requireRoom(tx, roomId ?? undefined, true);
    session.move({ ...to, ...toInterval({ ...to, minutes: session.minutes }) }, tx);
    const families = await this.#book(tx, group, session);
    await tx.manager.save(session);
    // that somebody stays away was said of another time
    await forgetAttendance(tx, [id]);
    for (const familyId of families) tell(tx, group, familyId, session);
    tx.log({ kind: 'command', act: 'session.move', subjects: families });
    return toSessionView(session);
  }

  /** Everybody who comes, also who could not come to the time before. @returns the families that have it in their calendar */
  async #book(tx: Tx, group: Group, session: Session): Promise<string[]> {
    const { id: appointmentId, kind, number, date, startTime, startsAt, endsAt, roomId } = session;
    const { staffIds, members, seats } = await findParticipants(tx, group.id);
    const needs = groupNeeds(roomId, staffIds, members);
    const found = await findBusyTimes(tx, needs[kind], { startsAt, endsAt });
    const busy = new BusyTimes(found.filter((booking) => booking.appointmentId !== appointmentId));
    const plan = { kind, number: number!, date, startTime, minutes: session.minutes, startsAt, endsAt };
    const clashes = busy.clashesOf([plan], needs);
    if (clashes.length > 0) throw courseClashes(clashes, []);
    const { municipality, manager } = tx;
    await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [
      municipality,
      appointmentId,
    ]);
    if ((await book(tx, bookingsOf([session], needs))).length > 0) throw new Overtaken();
    await manager.delete(SeatClash, { municipality, appointmentId });
    return seats.filter(({ bookedAt }) => bookedAt !== null).map(({ familyId }) => familyId);
  }
}

function tell(tx: Tx, { id: groupId, programme }: Group, familyId: string, session: Session): void {
  const { id: sessionId, kind, startsAt, endsAt, movedOn } = session;
  const time = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  tx.emit(SessionMoved, { sessionId, groupId, familyId, programme, kind, ...time, movedOn: movedOn! });
}
