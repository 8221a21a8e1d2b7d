import type { Actor } from '@helhed/access';
import { SessionCancelled } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { forgetAttendance } from '../attendance/save-attendance.js';
import type { Session } from '../calendar/appointment.js';
import { markSessionOff } from '../deliveries/due.js';
import { Group } from '../groups/group.js';
import { toSessionView, type SessionView } from './courses.dto.js';
import { lockSession } from './lock-session.js';

@Injectable()
export class CancelSession {
  constructor(private readonly database: Database) {}

  /**
   * Room, staff and families are free again; each family that had it in its calendar is told, and whoever
   * was invited is to hear of it. A second time nothing happens.
   */
  async run(actor: Actor, id: string, version: number): Promise<SessionView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { manager, municipality } = tx;
      const session = await lockSession(tx, actor, id);
      if (session.cancelledAt) return toSessionView(session);
      requireVersion(session, version);
      session.cancel(tx.now);
      await manager.save(session);
      // who seats a family books the course for it: locked, neither misses the other's work
      const where = { municipality, courseId: session.courseId! };
      const group = await manager.findOneOrFail(Group, { where, lock: { mode: 'pessimistic_write' } });
      const families = await familiesComing(tx, group, session);
      await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [municipality, id]);
      const { kind } = session;
      for (const familyId of families) {
        const { id: groupId, programme } = group;
        tx.emit(SessionCancelled, { sessionId: id, groupId, familyId, programme, kind, cancelledOn: tx.today });
      }
      await forgetAttendance(tx, [id]);
      await markSessionOff(tx, id);
      tx.log({ kind: 'command', act: 'session.cancel', subjects: families });
      return toSessionView(session);
    });
  }
}

async function familiesComing(tx: Tx, group: Group, { id, startsAt }: Session): Promise<string[]> {
  const rows = await tx.query<{ family_id: string }>(
    `SELECT family_id FROM seat WHERE municipality = $1 AND group_id = $2 AND booked_at < $4 AND NOT EXISTS (
       SELECT FROM seat_clash c WHERE c.municipality = $1 AND c.seat_id = seat.id AND c.appointment_id = $3)`,
    [tx.municipality, group.id, id, startsAt],
  );
  return rows.map(({ family_id: familyId }) => familyId);
}
