import type { Tx } from '@helhed/database';
import { Appointment, type Session } from '../calendar/appointment.js';

/**
 * The session and all of its course that come after it, first to last, without those that are off: before the group, as
 * whoever changes one of them locks.
 */
export async function lockRest({ manager, municipality }: Tx, { courseId, startsAt }: Session): Promise<Session[]> {
  const sessions = (await manager.find(Appointment, {
    where: { municipality, courseId: courseId! },
    order: { startsAt: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  })) as Session[];
  return sessions.filter((session) => session.startsAt >= startsAt && !session.cancelledAt);
}
