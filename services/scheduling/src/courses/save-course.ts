import { ConversationPlaced, CoursePlaced, SessionMadeUp } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { DomainError, newId, zone } from '@helhed/kernel';
import type { z } from 'zod';
import { Appointment, type Session } from '../calendar/appointment.js';
import { book } from '../calendar/book.js';
import { bookingsFor, toConversation } from '../conversations/conversation.js';
import { placed } from '../conversations/tell-conversations.js';
import type { Participants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import { settleRefill } from '../groups/refill.js';
import { nameNeedsOf } from '../needs/needs-of-appointments.js';
import { Course } from './course.js';
import { bookingsOf } from './needs.js';
import { toCourseView, type CourseView } from './courses.dto.js';
import type { CoursePlan } from './plan-course.js';
import type { PlannedSession, Placement } from './series.js';

/** Somebody else's booking was committed after the calendar had been read: to be tried again. */
export class Overtaken extends DomainError {
  constructor() {
    super('unavailable', 'unavailable', {
      da: 'Kalenderen blev ændret imens. Prøv igen.',
      en: 'The calendar was changed meanwhile. Try again.',
    });
  }
}

export interface CourseToSave {
  readonly group: Group;
  readonly courseId: string;
  readonly wish: Placement;
  readonly plan: CoursePlan;
  readonly participants: Participants;
}

export async function saveCourse(
  tx: Tx,
  { group, courseId, wish, plan, participants }: CourseToSave,
): Promise<CourseView> {
  const { manager, municipality, now } = tx;
  const course = { municipality, id: courseId, groupId: group.id, ...wish, placedAt: now };
  await manager.insert(Course, course);
  await manager.save(group);
  const appointments = plan.sessions.map((session) => toAppointment(tx, group, courseId, session));
  const conversations = plan.conversations.map((each) => toConversation(tx, group, each));
  await manager.insert(Appointment, [...appointments, ...conversations]);
  const bookings = conversations.flatMap((each) => bookingsFor(each, plan.needsWith.get(each.familyId) ?? []));
  if ((await book(tx, [...bookingsOf(appointments, plan.needs), ...bookings])).length > 0) throw new Overtaken();
  // a family that is not enrolled yet is booked when its members are known
  const known = participants.seats.filter((seat) =>
    participants.members.some(({ placeId }) => placeId === seat.placeId),
  );
  for (const seat of known) {
    seat.markBooked(now);
    tellFamily(tx, group, seat.familyId, appointments);
  }
  for (const each of conversations) tx.emit(ConversationPlaced, placed(group, each));
  await manager.save(known);
  await settleRefill(tx, group);
  await nameNeedsOf(tx, group, appointments);
  return toCourseView(course, appointments);
}

/** One event for each family, of the sessions that are in its calendar; and one for each that is in another's place. */
export function tellFamily(tx: Tx, group: Group, familyId: string, appointments: readonly Session[]): void {
  const [placed, madeUp] = toldOf(group, familyId, appointments);
  if (placed.sessions.length > 0) tx.emit(CoursePlaced, placed);
  for (const session of madeUp) tx.emit(SessionMadeUp, session);
}

/** What a family is told of the sessions in its calendar: those that were placed, and those that make up for others. */
export function toldOf(
  { courseId, id: groupId, programme }: Group,
  familyId: string,
  sessions: readonly Session[],
): readonly [z.infer<typeof CoursePlaced.schema>, readonly z.infer<typeof SessionMadeUp.schema>[]] {
  const of = { groupId, familyId, programme };
  const time = ({ id: sessionId, kind, startsAt, endsAt }: Session) => ({
    sessionId,
    kind,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  });
  const placed = sessions.filter(({ replacesId }) => replacesId === null).map(time);
  const madeUp = sessions.flatMap((session) =>
    session.replacesId === null ? [] : [{ ...of, ...time(session), replacesId: session.replacesId }],
  );
  return [{ courseId: courseId!, ...of, sessions: placed }, madeUp];
}

function toAppointment(
  { manager, municipality, now }: Tx,
  { roomId, unit }: Group,
  courseId: string,
  session: PlannedSession,
): Session {
  const fresh = { heldOn: null, heldRecordedAt: null, cancelledAt: null, movedOn: null, changedAt: now, version: 1 };
  return manager.create(Appointment, {
    municipality,
    id: newId(),
    unit,
    courseId,
    roomId,
    replacesId: null,
    zone,
    ...session,
    ...fresh,
  }) as Session;
}
