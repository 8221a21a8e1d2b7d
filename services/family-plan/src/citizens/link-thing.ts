import type { ThingInSql } from '@helhed/access';

const familiesOf = (person: string): string => `
  SELECT o.family_id FROM family_member o WHERE o.municipality = helhed.tenant() AND o.person_id = ${person}`;

/**
 * A link, in the scope of `FROM helhed.citizen_link l`: about the person and everybody in that person's families. Where these
 * are several, no clearance for one of them opens it.
 */
export const linkThing: ThingInSql = {
  family: `(SELECT CASE WHEN count(*) = 1 THEN min(x.family_id::text)::uuid END FROM (${familiesOf('l.person_id')}) x)`,
  members: `ARRAY(SELECT l.person_id UNION SELECT m.person_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.family_id IN (${familiesOf('l.person_id')}))`,
  sections: {},
};

/** `uuid[]`: the persons and who else is in their families: a link of nobody among them needs no further search. */
export const aroundThem = (persons: string): string => `ARRAY(
  WITH few AS (${persons})
  SELECT person_id FROM few UNION SELECT m.person_id FROM family_member m
  WHERE m.municipality = helhed.tenant() AND m.family_id IN (SELECT o.family_id FROM family_member o
    WHERE o.municipality = helhed.tenant() AND o.person_id IN (SELECT person_id FROM few)))`;
