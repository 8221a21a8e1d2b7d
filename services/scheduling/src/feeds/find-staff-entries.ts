import type { Tx } from '@helhed/database';
import type { FeedEntry } from './calendar-file.js';

/** What stands, or stood until it was cancelled, in the calendar of a member of staff. */
export const findStaffEntries = (tx: Tx, staffId: string): Promise<FeedEntry[]> =>
  tx.query<FeedEntry>(
    `SELECT a.id, a.version, a.changed_at AS "changedAt", a.local_date::text AS date, a.start_time AS "startTime", a.minutes,
       room.name AS room, a.cancelled_at IS NOT NULL AS cancelled
     FROM appointment a LEFT JOIN room ON room.municipality = a.municipality AND room.id = a.room_id
     WHERE a.municipality = $1 AND a.id IN (${appointments}) ORDER BY a.starts_at, a.id`,
    [tx.municipality, staffId],
  );

// of what is cancelled no booking is left
const appointments = `
  SELECT appointment_id FROM booking WHERE municipality = $1 AND resource_kind = 'person' AND resource_id = $2
  UNION ALL
  SELECT session.id FROM group_staff
  JOIN course ON course.municipality = $1 AND course.group_id = group_staff.group_id
  JOIN appointment session ON session.municipality = $1 AND session.course_id = course.id AND session.cancelled_at IS NOT NULL
  WHERE group_staff.municipality = $1 AND group_staff.staff_id = $2
  UNION ALL
  SELECT talk.id FROM group_staff
  JOIN appointment talk ON talk.municipality = $1 AND talk.group_id = group_staff.group_id AND talk.cancelled_at IS NOT NULL
  WHERE group_staff.municipality = $1 AND group_staff.staff_id = $2`;
