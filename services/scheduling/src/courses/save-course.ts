import { CoursePlaced } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { DomainError, newId, zone } from '@helhed/kernel';
import { Appointment, type Session } from '../calendar/appointment.js';
import { book } from '../calendar/book.js';
import type { Participants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import type { Needs } from './clashes.js';
import { Course } from './course.js';
import { bookingsOf } from './needs.js';
import { toCourseView, type CourseView } from './courses.dto.js';
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
  readonly plan: readonly PlannedSession[];
  readonly needs: Needs;
  readonly participants: Participants;
}

export async function saveCourse(
  tx: Tx,
  { group, courseId, wish, plan, needs, participants }: CourseToSave,
): Promise<CourseView> {
  const { manager, municipality, now } = tx;
  const course = { municipality, id: courseId, groupId: group.id, ...wish, placedAt: now };
  await manager.insert(Course, course);
  await manager.save(group);
  const appointments = plan.map((session) => toAppointment(tx, group, courseId, session));
  await manager.insert(Appointment, appointments);
  if ((await book(tx, bookingsOf(appointments, needs))).length > 0) throw new Overtaken();
  // a family that is not enrolled yet is booked when its members are known
  const known = participants.seats.filter((seat) =>
    participants.members.some(({ placeId }) => placeId === seat.placeId),
  );
  for (const seat of known) {
    seat.markBooked(now);
    tellFamily(tx, group, seat.familyId, appointments);
  }
  await manager.save(known);
  return toCourseView(course, appointments);
}

/** One event for each family, of the sessions that are in its calendar. */
export function tellFamily(tx: Tx, group: Group, familyId: string, appointments: readonly Session[]): void {
  const sessions = appointments.map(({ id, kind, startsAt, endsAt }) => ({
    sessionId: id,
    kind,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
  tx.emit(CoursePlaced, {
    courseId: group.courseId!,
    groupId: group.id,
    familyId,
    programme: group.programme,
    sessions,
  });
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
    zone,
    ...session,
    ...fresh,
  }) as Session;
}
