import type { Tx } from '@helhed/database';
import type { FeedEntry } from './calendar-file.js';
import type { Feed } from './feed.js';

/** What stands, or stood until it was cancelled, in a family's or a member of staff's calendar: all of it, or one appointment. */
export const findEntries = (
  tx: Tx,
  { kind, subjectId }: Pick<Feed, 'kind' | 'subjectId'>,
  only: string | null = null,
): Promise<FeedEntry[]> =>
  tx.query<FeedEntry>(
    `SELECT a.id, a.version, a.changed_at AS "changedAt", a.local_date::text AS date, a.start_time AS "startTime", a.minutes,
       room.name AS room, a.cancelled_at IS NOT NULL AS cancelled
     FROM appointment a LEFT JOIN room ON room.municipality = a.municipality AND room.id = a.room_id
     WHERE a.municipality = $1 AND ($3::uuid IS NULL OR a.id = $3) AND a.id IN (${appointmentsOf[kind]})
     ORDER BY a.starts_at, a.id`,
    [tx.municipality, subjectId, only],
  );

const appointmentsOf = {
  // of what is cancelled no booking is left
  staff: `
    SELECT appointment_id FROM booking WHERE municipality = $1 AND resource_kind = 'person' AND resource_id = $2
    UNION ALL
    SELECT session.id FROM group_staff
    JOIN course ON course.municipality = $1 AND course.group_id = group_staff.group_id
    JOIN appointment session ON session.municipality = $1 AND session.course_id = course.id AND session.cancelled_at IS NOT NULL
    WHERE group_staff.municipality = $1 AND group_staff.staff_id = $2`,
  // what began or was cancelled before the family was there is not in its calendar, nor what it could not be booked for
  family: `
    SELECT session.id FROM seat
    JOIN course ON course.municipality = $1 AND course.group_id = seat.group_id
    JOIN appointment session ON session.municipality = $1 AND session.course_id = course.id
      AND least(session.starts_at, session.cancelled_at) > seat.booked_at
    WHERE seat.municipality = $1 AND seat.family_id = $2 AND NOT EXISTS (
      SELECT FROM seat_clash c WHERE c.municipality = $1 AND c.seat_id = seat.id AND c.appointment_id = session.id)`,
};
