import {
  CoursePlaced,
  SessionCancelled,
  SessionHeld,
  SessionMadeUp,
  SessionMoved,
  tell,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { localDate } from '@helhed/kernel';
import type { Session } from '../calendar/appointment.js';
import { findSessions } from '../courses/find-course.js';
import { toldOf } from '../courses/save-course.js';
import type { Group } from '../groups/group.js';
import { SeatClash } from '../groups/seat-clash.js';
import type { Seat } from '../groups/seat.js';

/** What a family was told of its group's course: what came into its calendar, what was moved or called off, what was held. */
export async function tellCourse(tx: Tx, group: Group, seat: Seat): Promise<Told[]> {
  const { courseId, id: groupId, programme } = group;
  if (!courseId) return [];
  const { familyId } = seat;
  const { manager, municipality } = tx;
  const clashes = await manager.findBy(SeatClash, { municipality, seatId: seat.id });
  const sessions = await findSessions(tx, courseId);
  const booked = sessions.filter((session) => wasBooked(session, seat) && !clashes.some(isAbout(session)));
  const [placed, madeUp] = toldOf(group, familyId, booked);
  const about = ({ id: sessionId, kind }: Session) => ({ sessionId, groupId, familyId, programme, kind });
  const moved = booked.flatMap((session) => {
    const [startsAt, endsAt] = [session.startsAt.toISOString(), session.endsAt.toISOString()];
    return session.movedOn
      ? [tell(SessionMoved, { ...about(session), startsAt, endsAt, movedOn: session.movedOn })]
      : [];
  });
  const cancelled = booked.flatMap((session) =>
    session.cancelledAt
      ? [tell(SessionCancelled, { ...about(session), cancelledOn: localDate(session.cancelledAt) })]
      : [],
  );
  const held = sessions.flatMap((session) =>
    session.heldOn && seat.takenOn <= session.date && seat.isThereAt(session.startsAt)
      ? [tell(SessionHeld, { ...about(session), heldOn: session.heldOn })]
      : [],
  );
  return [
    ...(placed.sessions.length > 0 ? [tell(CoursePlaced, placed)] : []),
    ...madeUp.map((each) => tell(SessionMadeUp, each)),
    ...moved,
    ...cancelled,
    ...held,
  ];
}

/** What began or was cancelled before the family was booked never was in its calendar, and is not what begins after its seat ended. */
const wasBooked = ({ startsAt, cancelledAt }: Session, seat: Seat): boolean =>
  seat.bookedAt !== null &&
  startsAt > seat.bookedAt &&
  (cancelledAt === null || cancelledAt > seat.bookedAt) &&
  seat.isThereAt(startsAt);

const isAbout =
  ({ id }: Session) =>
  ({ appointmentId }: SeatClash): boolean =>
    appointmentId === id;
