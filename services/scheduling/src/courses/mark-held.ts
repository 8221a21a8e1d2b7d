import type { Actor } from '@helhed/access';
import { SessionHeld } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Group } from '../groups/group.js';
import { Seat } from '../groups/seat.js';
import { toSessionView, type SessionView } from './courses.dto.js';
import { lockSession } from './lock-session.js';

@Injectable()
export class MarkHeld {
  constructor(private readonly database: Database) {}

  /** One event for each family seated then; a second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<SessionView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { manager, municipality } = tx;
      const session = await lockSession(tx, actor, id);
      if (session.heldOn) return toSessionView(session);
      requireVersion(session, version);
      session.markHeld(tx.now);
      await manager.save(session);
      const group = await manager.findOneByOrFail(Group, { municipality, courseId: session.courseId! });
      const seats = await manager.findBy(Seat, { municipality, groupId: group.id });
      const there = seats.filter((seat) => seat.takenOn <= session.date && seat.isThereAt(session.startsAt));
      const families = there.map(({ familyId }) => familyId);
      for (const familyId of families) {
        const { kind, heldOn } = session;
        tx.emit(SessionHeld, {
          sessionId: id,
          groupId: group.id,
          familyId,
          programme: group.programme,
          kind,
          heldOn: heldOn!,
        });
      }
      tx.log({ kind: 'command', act: 'session.mark-held', subjects: families });
      return toSessionView(session);
    });
  }
}
