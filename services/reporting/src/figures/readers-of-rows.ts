import type { Readers } from '@helhed/access';
import { acts } from '../acts.js';
import { families } from './held-rows.js';
import { leads } from './leads.js';
import { rowThing } from './row-thing.js';

const rows = (table: string, id: string): string => `SELECT ${id} AS id, family_id, programme FROM ${table}
  WHERE municipality = helhed.tenant() AND generation = (SELECT current_generation())`;

/** Who may see what figures are counted from, row by row. */
export const readers: Readers = {
  custody: 'helhed.custody_replica',
  looks: [
    {
      act: acts.rows,
      allow: leads,
      thing: rowThing,
      from: `(${[
        rows('journey', 'referral_id'),
        rows('enrolment', 'enrolment_id'),
        rows('course', 'course_id'),
        rows('conversation', 'conversation_id'),
      ].join(' UNION ALL ')}) c`,
      where: ({ person }) => `c.family_id IN (${families(person)})`,
    },
  ],
};
