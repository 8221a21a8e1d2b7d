import type { ThingInSql } from '@helhed/access';

/**
 * A family, in the scope of `FROM family f`. Which unit triages it, and which one leads its group, this service is not told:
 * their functions stand for them, the leader's while the family has a place.
 */
export const familyThing: ThingInSql = {
  family: 'f.id',
  members:
    'ARRAY(SELECT m.person_id FROM family_member m WHERE m.municipality = f.municipality AND m.family_id = f.id)',
  own: () => ({
    triage: { holds: 'f.id IS NOT NULL' },
    lead: { holds: 'f.id IS NOT NULL' },
    group: {
      holds: `EXISTS (SELECT FROM enrolment e
        WHERE e.municipality = f.municipality AND e.family_id = f.id AND e.ended_on IS NULL)`,
    },
  }),
  sections: {},
};
