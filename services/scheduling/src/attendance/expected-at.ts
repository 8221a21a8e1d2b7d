import type { Tx } from '@helhed/database';
import { In } from 'typeorm';
import { Appointment, type Session } from '../calendar/appointment.js';
import { familyNeeds } from '../courses/needs.js';
import { EnrolledMember } from '../groups/enrolled-member.js';
import { lockGroup } from '../groups/find-groups.js';
import { Group } from '../groups/group.js';
import { Seat } from '../groups/seat.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { withoutAttendance } from './attendance-refusals.js';
import type { Expected } from './attendance.js';

/** A session, its group and a family's seat there. */
export interface Sitting {
  readonly session: Session;
  readonly group: Group;
  readonly seat: Seat;
}

/**
 * Locked as whoever cancels the session locks: the session and then its group, so that nothing is noted of a session that is
 * being called off, nor of a family that is leaving. @returns undefined where there is no such session, or the family has no seat
 */
export async function lockSitting(tx: Tx, sessionId: string, familyId: string): Promise<Sitting | undefined> {
  const { manager, municipality } = tx;
  const where = { municipality, id: sessionId, kind: In(['session', 'theme-evening']) };
  const session = (await manager.findOne(Appointment, {
    where,
    lock: { mode: 'pessimistic_write' },
  })) as Session | null;
  const known = session && (await manager.findOneBy(Group, { municipality, courseId: session.courseId! }));
  const group = known && (await lockGroup(tx, known.id));
  const seat = group && (await manager.findOneBy(Seat, { municipality, groupId: group.id, familyId }));
  return session && group && seat ? { session, group, seat } : undefined;
}

/** @throws DomainError `programme-without-attendance` */
export async function expectedAt(tx: Tx, { session, group, seat }: Sitting): Promise<Expected> {
  const { placeId, familyId, municipality } = seat;
  const rules = (await getProgrammeOf(tx, group)).group.attendance;
  if (!rules) throw withoutAttendance();
  const members = await tx.manager.findBy(EnrolledMember, { municipality, placeId, familyId });
  const needs = familyNeeds(members)[session.kind];
  return { session, rules, persons: needs.filter(({ kind }) => kind === 'person').map(({ id }) => id) };
}
