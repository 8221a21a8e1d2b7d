import type { ThingInSql } from '@helhed/access';
import { membersOf } from '../bases/things.js';
import { isForNoUnit } from './acts.js';

/** Rows about the family, or one of its members, that a unit's own people made: what a family might see of the unit. */
export const unitsLooks = (family: string, unit: string): string => `
  SELECT l.* FROM look_up l
  WHERE l.municipality = helhed.tenant() AND l.unit = ${unit} AND NOT l.refused AND NOT ${isForNoUnit} AND l.pos IN (
    SELECT s.pos FROM look_up_subject s WHERE s.municipality = helhed.tenant()
      AND s.subject = ANY (${family} || ARRAY(${membersOf(family)})))`;

/** A family at which the actor's unit has looked, in the scope of `FROM (…) f (id)`. */
export const lookedAtThing: ThingInSql = {
  family: 'f.id',
  members: `ARRAY(${membersOf('f.id')})`,
  own: ({ unit }) => ({ register: { holds: `EXISTS (${unitsLooks('f.id', unit)})` } }),
  sections: {},
};

/**
 * `uuid[]`: the persons, their families, and who else is in those. A look that names none of them is about none of the
 * persons: it is asked first, as of each look it is a comparison and no search.
 * @param persons a query of `person_id`
 */
export const aroundThem = (persons: string): string => `ARRAY(
  WITH few AS (${persons}), their AS (SELECT m.family_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.person_id IN (SELECT person_id FROM few))
  SELECT person_id FROM few UNION SELECT family_id FROM their
  UNION SELECT m.person_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.family_id IN (SELECT family_id FROM their))`;

/** A query of the families whose, or whose members', a look is: in the scope of `FROM look_up l`. */
export const familiesLookedAt = `
  SELECT DISTINCT m.family_id FROM family_member m
  WHERE m.municipality = helhed.tenant() AND (m.family_id = ANY (l.subjects) OR m.person_id = ANY (l.subjects))`;

/** A look, in the scope of `FROM look_up l`. It may be at several families: then no clearance for one of them opens it. */
export const lookThing: ThingInSql = {
  family: `(SELECT CASE WHEN count(*) = 1 THEN min(x.family_id::text)::uuid END FROM (${familiesLookedAt}) x)`,
  members: `ARRAY(SELECT unnest(l.subjects) UNION SELECT m.person_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.family_id IN (SELECT x.family_id FROM (${familiesLookedAt}) x))`,
  own: ({ unit }) => ({ register: { holds: `l.unit = ${unit} AND NOT ${isForNoUnit}` } }),
  sections: {},
};
