import type { ThingInSql } from '@helhed/access';
import { seatThing } from '../groups/group-things.js';

const atSeat = `FROM enrolled_member m WHERE m.municipality = s.municipality AND m.place_id = s.place_id AND m.family_id = s.family_id`;

/**
 * SQL, in the scope of `FROM seat s`: by kind of appointment (`t.kind`), whom one recipient is told of by it (`t.persons`),
 * which is nobody where it is not in the recipient's calendar. To a session come the children, each parent with a child in
 * its custody, and the others of the family; to a theme evening, and to the family's own conversation, the parents, each by itself.
 * @param recipient SQL `uuid`
 * @param day SQL `date`
 */
export function told(recipient: string, day: string): string {
  const inCustody = `EXISTS (SELECT FROM helhed.custody_replica c
    WHERE c.municipality = s.municipality AND c.child_id = m.person_id AND c.holder_id = ${recipient}
      AND (c.from_date IS NULL OR c.from_date <= ${day}) AND (c.to_date IS NULL OR ${day} < c.to_date))`;
  return `(SELECT k.kind, CASE
      WHEN k.kind <> 'session' THEN CASE WHEN r.role = 'parent' THEN ARRAY[${recipient}] ELSE '{}' END
      WHEN cardinality(r.children) > 0 THEN ${recipient} || r.children
      WHEN r.role IN ('child', 'other') OR (r.role = 'parent' AND NOT r.with_child) THEN ARRAY[${recipient}]
      ELSE '{}' END AS persons
    FROM (VALUES ('session'), ('theme-evening'), ('conversation')) k (kind) CROSS JOIN (
      SELECT (SELECT m.role ${atSeat} AND m.person_id = ${recipient}) AS role,
        ARRAY(SELECT m.person_id ${atSeat} AND ${inCustody} ORDER BY m.person_id) AS children,
        EXISTS (SELECT ${atSeat} AND m.role = 'child') AS with_child) r) t`;
}

/**
 * What stands in one recipient's calendar by a seat, in the scope of `FROM seat s JOIN family_group g CROSS JOIN LATERAL`
 * `told`. Whoever holds the secret link of a family holds it to each of its seats.
 */
export const calendarThing: ThingInSql = {
  ...seatThing,
  persons: 't.persons',
  sections: { 'feed.entries': { persons: 't.persons', owners: 'ARRAY[g.unit]' } },
};
