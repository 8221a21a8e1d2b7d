import type { ThingInSql } from '@helhed/access';
import { paperActs } from '@helhed/contracts';
import { membersOf, toFamily } from '../bases/things.js';
import { concerning, isDeferred } from '../look-ups/find-look-ups.js';

/** A family whose papers are asked for, in the scope of `FROM (…) f (id)`: by whoever answers for a basis about it. */
export const papersThing: ThingInSql = {
  family: 'f.id',
  members: `ARRAY(${membersOf('f.id')})`,
  own: (me) => ({
    ...toFamily('f.id', me),
    register: {
      holds: `EXISTS (SELECT FROM basis b
        WHERE b.municipality = helhed.tenant() AND b.family_id = f.id AND b.recorded_in_unit = ${me.unit})`,
    },
  }),
  sections: {},
};

const isPaper = `l.act = ANY ('{${Object.values(paperActs).join()}}')`;

/** Of the person a paper says something where something of it was shown: what was withheld was not given out. */
const saysSomething = `CASE WHEN l.shown IS NULL THEN cardinality(l.categories) > 0 ELSE EXISTS (
  SELECT FROM jsonb_to_recordset(l.shown) AS part(subjects uuid[], categories jsonb)
  WHERE part.subjects && l.by AND jsonb_array_length(part.categories) > 0) END`;

/** As `page` and the total: one statement, so that no look between two makes them differ. */
const listed = (last: string, limit: string): string => `, page AS (
    SELECT pos::text, id, at, act, unit, function FROM paper
    WHERE ${last}::bigint IS NULL OR pos < ${last}::bigint ORDER BY paper.pos DESC LIMIT ${limit}::int)
  SELECT (SELECT count(*)::int FROM paper) AS total,
    coalesce((SELECT jsonb_agg(page ORDER BY page.pos::bigint DESC) FROM page), '[]') AS rows`;

/** What was given out about a person, of the looks that are told also by custody. Person, today, last position, how many. */
export const papersOfPerson = `${concerning('$1::uuid', '$2::date', 'false')}, paper AS (
    SELECT l.* FROM seen l WHERE ${isPaper} AND ${saysSomething})${listed('$3', '$4')}`;

/** What was given out about a family; what the family is not told of yet nobody is, who would talk with it of the list. */
export const papersOfFamily = `
  WITH paper AS (
    SELECT l.* FROM look_up_subject s JOIN look_up l ON l.municipality = s.municipality AND l.pos = s.pos
    WHERE s.municipality = helhed.tenant() AND s.subject = $1::uuid
      AND NOT l.refused AND ${isPaper} AND cardinality(l.categories) > 0
      AND NOT ${isDeferred('l', '$2::date', 'd.family_id = $1::uuid')})${listed('$3', '$4')}`;
