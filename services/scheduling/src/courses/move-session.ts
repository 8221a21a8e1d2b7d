import type { Actor } from '@helhed/access';
import { SessionMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { forgetAttendance } from '../attendance/save-attendance.js';
import type { Session } from '../calendar/appointment.js';
import { toInterval } from '../calendar/local-time.js';
import type { Group } from '../groups/group.js';
import { settleRefill } from '../groups/refill.js';
import { moveNeeds } from '../needs/needs-of-appointments.js';
import { bookWhole, insist } from './book-whole.js';
import { lockGroupOf } from './call-off.js';
import { toSessionView, type MoveSession as Wish, type SessionView } from './courses.dto.js';
import { lockSession } from './lock-session.js';
import { requireTime } from './require-time.js';

@Injectable()
export class MoveSession {
  constructor(private readonly database: Database) {}

  /**
   * One session to another time or room, for all who come to it, or not at all, with the reasons. Each family that has it in
   * its calendar is told; asked again, nothing happens.
   */
  async run(actor: Actor, id: string, version: number, wish: Wish): Promise<SessionView> {
    return insist(() =>
      this.database.inTransaction(actor.municipality, (tx) => this.#move(tx, actor, id, version, wish)),
    );
  }

  async #move(tx: Tx, actor: Actor, id: string, version: number, wish: Wish): Promise<SessionView> {
    const session = await lockSession(tx, actor, id);
    const { date, startTime, room: roomId = session.roomId } = wish;
    const to = { date, startTime, roomId };
    if (session.isAt(to)) return toSessionView(session);
    requireVersion(session, version);
    const group = await lockGroupOf(tx, session);
    await requireTime(tx, group, session, to);
    session.move({ ...to, ...toInterval({ ...to, minutes: session.minutes }) }, tx);
    const families = await bookWhole(tx, group, session);
    await tx.manager.save(session);
    await settleRefill(tx, group);
    // that somebody stays away was said of another time
    await forgetAttendance(tx, [id]);
    await moveNeeds(tx, id);
    for (const familyId of families) tell(tx, group, familyId, session);
    tx.log({ kind: 'command', act: 'session.move', subjects: families });
    return toSessionView(session);
  }
}

function tell(tx: Tx, { id: groupId, programme }: Group, familyId: string, session: Session): void {
  const { id: sessionId, kind, startsAt, endsAt, movedOn } = session;
  const time = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  tx.emit(SessionMoved, { sessionId, groupId, familyId, programme, kind, ...time, movedOn: movedOn! });
}
