import { RefillUntil } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { Session } from '../calendar/appointment.js';
import { findSessions } from '../courses/find-course.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import type { Group } from './group.js';

type When = Pick<Session, 'kind' | 'startsAt' | 'cancelledAt'>;

/**
 * When the session of that number begins, of those that are held: one that is called off is none, one that makes up for it is.
 * A course with fewer is filled until its last.
 */
export function refillUntil(course: readonly When[], session: number): Date | undefined {
  const held = course.filter(({ kind, cancelledAt }) => kind === 'session' && !cancelledAt);
  const starts = held.map(({ startsAt }) => startsAt).toSorted((a, b) => a.getTime() - b.getTime());
  return starts[session - 1] ?? starts.at(-1);
}

/** Referral gives the places, and is told until when. The caller holds the group, and has changed its course. */
export async function settleRefill(tx: Tx, group: Group): Promise<void> {
  const { refillUntilSession } = (await getProgrammeOf(tx, group)).group;
  if (refillUntilSession === undefined || !group.courseId) return;
  // nothing is left of a course that was called off as a whole
  const until = refillUntil(await findSessions(tx, group.courseId), refillUntilSession) ?? tx.now;
  if (!group.refillTo(until)) return;
  await tx.manager.save(group);
  const { id: groupId, programme } = group;
  tx.emit(RefillUntil, { groupId, programme, until: until.toISOString() });
}
