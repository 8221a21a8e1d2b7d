import { Looks, type AccessFacts, type Actor, type Look } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { reachSeat } from '../families/reach-seat.js';
import { refusedAsLook } from '../families/refused-as-look.js';
import { attendanceThing } from './attendance-thing.js';
import { Attendance } from './attendance.js';
import type { AttendanceReceipt, CorrectAttendance as Wish } from './attendance.dto.js';
import { expectedAt, lockSitting } from './expected-at.js';
import { requireOnStaff } from './require-on-staff.js';
import { saveMarks } from './save-attendance.js';
import { toAttendanceReceipt } from './show-attendance.js';

const what = { da: 'Fremmødet', en: 'The attendance' };

@Injectable()
export class CorrectAttendance {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** As long as the session is not settled; by those who run it. */
  async run(actor: Actor, id: string, version: number, { marks }: Wish): Promise<AttendanceReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { manager, municipality } = tx;
      const named = await manager.findOneBy(Attendance, { municipality, id });
      const sitting = named && (await lockSitting(tx, named.sessionId, named.familyId));
      const attendance = sitting && (await manager.findOneBy(Attendance, { municipality, id }));
      const look = await this.looks.within(tx, actor, acts.correctAttendance);
      const isShown = await reach(look, id);
      const seat = sitting && (await reachSeat(look, sitting.seat));
      if (!attendance || !seat) throw notFound(what);
      await requireOnStaff(tx, actor, attendance.groupId);
      const work = async () => {
        requireVersion({ version: isShown ? attendance.version : 1 }, version);
        attendance.correct(marks, await expectedAt(tx, sitting), tx);
        await manager.save(attendance);
        const before = await saveMarks(tx, attendance, sitting, marks);
        // whose mark is taken away is looked at too
        const subjects = [...new Set([attendance.familyId, ...marks.map(({ person }) => person), ...before])];
        tx.log({ kind: 'command', act: 'attendance.correct', subjects });
      };
      await refusedAsLook(tx, attendance.familyId, work, seat.note);
      return toAttendanceReceipt(attendance, isShown);
    });
  }
}

/** @returns whether the actor is shown the marks, and so how often they were corrected (A-LST-04) @throws DomainError `not-found`; 403 of section 7 */
async function reach(look: Look, id: string): Promise<boolean> {
  const query = look.query(attendanceThing, ['attendance']);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM attendance att
     WHERE att.municipality = helhed.tenant() AND att.id = ${query.value(id, 'uuid')}`,
  );
  return look.one(query, row?.facts, what).shows('attendance');
}
