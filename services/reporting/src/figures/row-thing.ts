import { everyUnit, type ThingInSql } from '@helhed/access';
import { PersonsMatched } from '@helhed/contracts';

const members = `ARRAY(SELECT DISTINCT (m.value ->> 'personId')::uuid
  FROM fact f CROSS JOIN LATERAL jsonb_array_elements(f.data -> 'members') m
  WHERE f.municipality = helhed.tenant() AND f.type = '${PersonsMatched.type}' AND f.order_key = c.family_id::text)`;

/**
 * A row that a figure counts, in the scope of `FROM (…) c (id, family_id, programme, …)`. Who the family's members are, is
 * kept as family-plan told it.
 */
export const rowThing: ThingInSql = {
  family: 'c.family_id',
  programme: 'c.programme',
  members,
  own: () => ({ lead: { holds: 'true' } }),
  sections: { 'figure.row': { persons: members, owners: everyUnit } },
};
