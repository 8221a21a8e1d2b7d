import { SessionMoved } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { forgetAttendance } from '../attendance/save-attendance.js';
import type { Session } from '../calendar/appointment.js';
import type { Group } from '../groups/group.js';
import { settleRefill } from '../groups/refill.js';
import { moveNeeds } from '../needs/needs-of-appointments.js';
import { bookWhole } from './book-whole.js';

/**
 * What the sessions take up goes along to where they are now, for all who come to them, or not at all, with the reasons; each
 * family that has them in its calendar is told of each. @returns those families
 */
export async function settleMoved(tx: Tx, group: Group, sessions: readonly Session[]): Promise<string[]> {
  const families = await bookWhole(tx, group, sessions);
  await tx.manager.save([...sessions]);
  await settleRefill(tx, group);
  // that somebody stays away was said of another time
  await forgetAttendance(
    tx,
    sessions.map(({ id }) => id),
  );
  await moveNeeds(tx, sessions);
  for (const session of sessions) for (const familyId of families) tell(tx, group, familyId, session);
  return families;
}

function tell(tx: Tx, { id: groupId, programme }: Group, familyId: string, session: Session): void {
  const { id: sessionId, kind, startsAt, endsAt, movedOn } = session;
  const time = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  tx.emit(SessionMoved, { sessionId, groupId, familyId, programme, kind, ...time, movedOn: movedOn! });
}
