import { caseRelations, held, ofCase, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

const thing = (family: string, programme: string): ThingInSql => ({
  family,
  programme,
  members: membersOf(family),
  own: (me) => caseRelations(me, { family, programme, many: true }),
  sections: (me) => ({ 'family.structure': { ...ofCase(family, me), persons: membersOf(family) } }),
});

/** A member of a family, and whether it was informed in a programme: in the scope of `informed`. */
export const informedThing = thing('whose.family_id', 'rr.programme');

/**
 * SQL, for a FROM: each member of each family in each programme that the family was referred to, with what was noted last:
 * of whom nothing was noted, it is outstanding. Nobody has to begin it.
 */
export const informed = `helhed.referral_replica rr
  JOIN family_member whose ON whose.municipality = rr.municipality AND whose.family_id = rr.family_id
  LEFT JOIN LATERAL (SELECT * FROM privacy_notice each_notice
    WHERE each_notice.municipality = whose.municipality AND each_notice.family_id = whose.family_id
      AND each_notice.person_id = whose.person_id AND each_notice.programme = rr.programme
    ORDER BY each_notice.number DESC LIMIT 1) n ON true`;

/** A family that was referred to a programme twice is in it once. */
export const once = `NOT EXISTS (SELECT FROM helhed.referral_replica same WHERE same.municipality = rr.municipality
  AND same.family_id = rr.family_id AND same.programme = rr.programme AND same.id < rr.id)`;

/** What was noted of a person, for the person. */
export const heldNotices = held(thing('n.family_id', 'n.programme'), {
  sections: ['family.structure'],
  from: 'privacy_notice n',
  where: ({ person }) => `n.municipality = helhed.tenant() AND n.person_id = ${person}`,
  since: 'n.recorded_on',
});
