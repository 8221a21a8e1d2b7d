import { Looks, type AccessFacts, type Act, type Actor, type Look } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { seatThing } from '../groups/group-things.js';
import { resourceUnknown } from '../groups/resource-unknown.js';
import { alreadyRecorded } from './attendance-refusals.js';
import { Attendance } from './attendance.js';
import type { AttendanceReceipt, RecordAttendance as Wish } from './attendance.dto.js';
import { expectedAt, lockSitting, type Sitting } from './expected-at.js';
import { requireOnStaff } from './require-on-staff.js';
import { saveMarks } from './save-attendance.js';
import { toAttendanceReceipt } from './show-attendance.js';

@Injectable()
export class RecordAttendance {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Who of one family came to one session, which was held then, or stays away from it: by those who run it. */
  async run(actor: Actor, wish: Wish): Promise<AttendanceReceipt> {
    const { municipality } = actor;
    let made: Attendance | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const sitting = await this.#reach(tx, actor, wish);
      await requireOnStaff(tx, actor, sitting.group.id);
      const attendance = await this.#note(tx, sitting, wish);
      const { familyId } = attendance;
      tx.log({
        kind: 'command',
        act: 'attendance.record',
        subjects: [familyId, ...wish.marks.map(({ person }) => person)],
      });
      made = attendance;
      return { id: attendance.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    return made?.id === id ? toAttendanceReceipt(made, false) : this.#again(actor, id);
  }

  async #note(tx: Tx, sitting: Sitting, { marks }: Wish): Promise<Attendance> {
    const { manager, municipality } = tx;
    const { session, group, seat } = sitting;
    const { familyId } = seat;
    if (await manager.existsBy(Attendance, { municipality, sessionId: session.id, familyId })) throw alreadyRecorded();
    const { id: groupId, programme, unit } = group;
    const of = { municipality, id: newId(), sessionId: session.id, groupId, familyId, programme, unit };
    const attendance = Attendance.record(of, marks, await expectedAt(tx, sitting), tx);
    await manager.insert(Attendance, attendance);
    await saveMarks(tx, attendance, sitting, marks);
    return attendance;
  }

  /** @throws DomainError `resource-unknown`, whichever of the two is not there or out of reach; 403 of section 7 */
  async #reach(tx: Tx, actor: Actor, { session, family }: Wish): Promise<Sitting> {
    const look = await this.looks.within(tx, actor, acts.recordAttendance);
    const sitting = await lockSitting(tx, session, family);
    if (!sitting || !(await reachSeat(look, sitting.seat.id)))
      throw resourceUnknown('session', { da: 'En gang med den familie', en: 'A session with that family' });
    return sitting;
  }

  /** For a repeat under the same Idempotency-Key: what let it be made must still be there, and it is a look of its own. */
  #again(actor: Actor, id: string): Promise<AttendanceReceipt> {
    const read: Act = { ...acts.recordAttendance, mode: 'read' };
    return this.looks.at(actor, read, async (look) => {
      const { municipality, manager } = look.tx;
      const attendance = await manager.findOneBy(Attendance, { municipality, id });
      const sitting = attendance && (await lockSitting(look.tx, attendance.sessionId, attendance.familyId));
      if (!attendance || !sitting || !(await reachSeat(look, sitting.seat.id)))
        throw resourceUnknown('session', { da: 'En gang med den familie', en: 'A session with that family' });
      return toAttendanceReceipt(attendance, false);
    });
  }
}

async function reachSeat(look: Look, id: string): Promise<boolean> {
  const query = look.query(seatThing, []);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id
     WHERE s.municipality = helhed.tenant() AND s.id = ${query.value(id, 'uuid')}`,
  );
  return look.ifReached(query, row?.facts) !== undefined;
}
