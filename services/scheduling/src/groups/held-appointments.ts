import { held, type Holdings, type HoldingSource } from '@helhed/access';
import { heldAttendance } from '../attendance/attendance-thing.js';
import { heldNeeds } from '../needs/need-thing.js';
import { seatThing } from './group-things.js';

/** SQL: the families that the person is in. */
export const families = (person: string): string => `SELECT m.family_id FROM enrolled_member m
  WHERE m.municipality = helhed.tenant() AND m.person_id = ${person}`;

const seats = held(seatThing, {
  sections: ['group.seat'],
  from: 'seat s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id',
  where: ({ person }) => `s.municipality = helhed.tenant() AND s.family_id IN (${families(person)})`,
  since: 's.taken_on',
});

/** What the calendar has of the person, or of a household of the person: the day is the appointment's, not that it was booked. */
const booked: HoldingSource = {
  section: 'feed.entries',
  things: ({ person }) => `SELECT a.local_date AS since, ARRAY[a.unit] AS units FROM appointment a
    WHERE a.municipality = helhed.tenant() AND a.id IN (
      SELECT b.appointment_id FROM booking b WHERE b.municipality = helhed.tenant()
        AND b.resource_id IN (SELECT ${person} UNION SELECT unnest(m.households) FROM enrolled_member m
          WHERE m.municipality = helhed.tenant() AND m.person_id = ${person}))`,
};

/** What is held on those who are enrolled: their family's seats, the appointments that were made with them, whether they came, and what they needed. */
export const holdings: Holdings = {
  custody: 'helhed.custody_replica',
  sources: [...seats, booked, ...heldAttendance, ...heldNeeds],
};
