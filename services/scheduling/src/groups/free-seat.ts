import type { Tx } from '@helhed/database';
import { settleStaffing } from '../staffing/settle-staffing.js';
import { EnrolledMember } from './enrolled-member.js';
import { FamilyHeads } from './family-heads.js';
import type { Group } from './group.js';
import { leaveCourse } from './leave-course.js';
import type { Seat } from './seat.js';
import { SeatClash } from './seat-clash.js';

/** A family leaves the group: its place can be taken, and what has not begun yet is gone from its calendar. */
export async function freeSeat(tx: Tx, group: Group, seat: Seat): Promise<void> {
  const { manager, municipality } = tx;
  const { placeId, familyId } = seat;
  await leaveCourse(tx, group, seat);
  await manager.delete(SeatClash, { municipality, seatId: seat.id });
  await manager.delete(EnrolledMember, { municipality, placeId, familyId });
  await manager.delete(FamilyHeads, { municipality, placeId, familyId });
  await manager.remove(seat);
  await settleStaffing(tx, group);
  tx.log({ kind: 'command', act: 'seat.free', subjects: [familyId] });
}
