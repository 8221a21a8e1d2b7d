import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { toInterval } from '../calendar/local-time.js';
import { insist } from './book-whole.js';
import { lockGroupOf } from './call-off.js';
import { toSessionView, type MoveSession as Wish, type SessionView } from './courses.dto.js';
import { lockSession } from './lock-session.js';
import { requireTime } from './require-time.js';
import { settleMoved } from './settle-moved.js';

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
    const families = await settleMoved(tx, group, [session]);
    tx.log({ kind: 'command', act: 'session.move', subjects: families });
    return toSessionView(session);
  }
}
