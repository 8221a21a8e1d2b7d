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
  SELECT off.id FROM group_staff
  JOIN family_group own ON own.municipality = $1 AND own.id = group_staff.group_id
  JOIN appointment off ON off.municipality = $1 AND (off.course_id = own.course_id OR off.group_id = own.id)
  WHERE group_staff.municipality = $1 AND group_staff.staff_id = $2 AND off.cancelled_at IS NOT NULL`;
