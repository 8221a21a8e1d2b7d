import type { Tx } from '@helhed/database';
import { settleStaffing } from '../staffing/settle-staffing.js';
import { bookRemaining } from './book-seat.js';
import type { Group } from './group.js';
import { leaveCourse } from './leave-course.js';
import type { Seat } from './seat.js';

/** The family's referral is closed. Its seat stays, and says that its place is taken; it comes to nothing that has not begun. */
export async function endSeat(tx: Tx, group: Group, seat: Seat): Promise<void> {
  if (!seat.end(tx.now)) return;
  await leaveCourse(tx, group, seat);
  await tx.manager.save(seat);
  await settleStaffing(tx, group);
  tx.log({ kind: 'command', act: 'seat.end', subjects: [seat.familyId] });
}

/** Its referral, restored to before, is not closed: the family is where it was. */
export async function seatGoesOn(tx: Tx, group: Group, seat: Seat): Promise<void> {
  seat.goOn();
  await tx.manager.save(seat);
  await bookRemaining(tx, group, seat);
  await settleStaffing(tx, group);
  tx.log({ kind: 'command', act: 'seat.go-on', subjects: [seat.familyId] });
}
