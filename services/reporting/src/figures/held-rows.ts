import type { Holdings, HoldingSource } from '@helhed/access';
import { PersonsMatched } from '@helhed/contracts';

/** SQL: the families that family-plan told the person is in. */
export const families = (person: string): string => `SELECT f.order_key::uuid FROM fact f
  WHERE f.municipality = helhed.tenant() AND f.type = '${PersonsMatched.type}'
    AND f.data @> jsonb_build_object('members', jsonb_build_array(jsonb_build_object('personId', ${person})))`;

const counted = (table: string, since: string): HoldingSource => ({
  section: 'figure.row',
  things: ({ person }) => `SELECT c.${since} AS since, '{}'::text[] AS units FROM ${table} c
    WHERE c.municipality = helhed.tenant() AND c.generation = (SELECT current_generation())
      AND c.family_id IN (${families(person)})`,
});

/** What figures are counted from, on members of families: every unit's own, by ids and dates. */
export const holdings: Holdings = {
  custody: 'helhed.custody_replica',
  sources: [
    counted('journey', 'received_on'),
    counted('enrolment', 'enrolled_on'),
    counted('course', 'started_on'),
    counted('attendance', 'held_on'),
    counted('conversation', 'held_on'),
  ],
};
