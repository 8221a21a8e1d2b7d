import { SessionHeld } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { Session } from '../calendar/appointment.js';
import type { Group } from '../groups/group.js';
import { Seat } from '../groups/seat.js';

/**
 * One event for each family seated then; a second time nothing happens. The session is locked by whoever calls.
 * @throws DomainError `session-cancelled` (409), `session-not-begun` (422)
 */
export async function holdSession(tx: Tx, session: Session, group: Group): Promise<void> {
  if (session.heldOn) return;
  const { manager, municipality } = tx;
  session.markHeld(tx.now);
  await manager.save(session);
  const seats = await manager.findBy(Seat, { municipality, groupId: group.id });
  const there = seats.filter((seat) => seat.takenOn <= session.date && seat.isThereAt(session.startsAt));
  const families = there.map(({ familyId }) => familyId);
  const { id: sessionId, kind, date: heldOn } = session;
  const { id: groupId, programme } = group;
  for (const familyId of families) tx.emit(SessionHeld, { sessionId, groupId, familyId, programme, kind, heldOn });
  tx.log({ kind: 'command', act: 'session.mark-held', subjects: families });
}
