import type { Tx } from '@helhed/database';
import type { Session } from '../calendar/appointment.js';
import { findClosedDays } from '../closures/closure.js';
import type { Group } from '../groups/group.js';
import { requireRoom } from '../groups/open-group.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { requireAllowed } from './course-refusals.js';

/** @throws DomainError as `requireAllowed`, or `resource-unknown` for another room */
export async function requireTime(
  tx: Tx,
  group: Group,
  session: Session,
  to: Pick<Session, 'date' | 'startTime' | 'roomId'>,
): Promise<void> {
  const { series } = (await getProgrammeOf(tx, group)).group;
  requireAllowed(session.kind === 'session' ? series.sessions : series.themeEvenings!, to, {
    today: tx.today,
    isClosed: await findClosedDays(tx, to.date),
  });
  if (to.roomId !== session.roomId) await requireRoom(tx, to.roomId ?? undefined, true);
}
