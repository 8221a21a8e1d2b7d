import { Looks, type Act, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { reachSeat, type ReachedSeat } from '../families/reach-seat.js';
import { refusedAsLook } from '../families/refused-as-look.js';
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
      const { sitting, note } = await this.#reach(tx, actor, wish);
      await requireOnStaff(tx, actor, sitting.group.id);
      const { familyId } = sitting.seat;
      const attendance = await refusedAsLook(tx, familyId, () => this.#note(tx, sitting, wish), note);
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

  /** @throws DomainError `resource-unknown`, whichever of the two is not there or out of reach; else as `reachSeat` */
  async #reach(tx: Tx, actor: Actor, { session, family }: Wish): Promise<ReachedSeat & { readonly sitting: Sitting }> {
    const look = await this.looks.within(tx, actor, acts.recordAttendance);
    const sitting = await lockSitting(tx, session, family);
    const seat = sitting && (await reachSeat(look, sitting.seat));
    if (!sitting || !seat)
      throw resourceUnknown('session', { da: 'En gang med den familie', en: 'A session with that family' });
    return { ...seat, sitting };
  }

  /** For a repeat under the same Idempotency-Key: what let it be made must still be there, and it is a look of its own. */
  #again(actor: Actor, id: string): Promise<AttendanceReceipt> {
    const read: Act = { ...acts.recordAttendance, mode: 'read' };
    return this.looks.at(actor, read, async (look) => {
      const { municipality, manager } = look.tx;
      const attendance = await manager.findOneBy(Attendance, { municipality, id });
      const sitting = attendance && (await lockSitting(look.tx, attendance.sessionId, attendance.familyId));
      if (!attendance || !sitting || !(await reachSeat(look, sitting.seat)))
        throw resourceUnknown('session', { da: 'En gang med den familie', en: 'A session with that family' });
      return toAttendanceReceipt(attendance, false);
    });
  }
}
