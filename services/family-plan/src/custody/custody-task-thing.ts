import { caseRelations, ofCase, type ThingInSql } from '@helhed/access';
import { childAndHolders, membersOf } from '../families/family-thing.js';

const member = (persons: string): string => `SELECT t.person_id AS id, t.person_id AS person, ${persons} AS persons`;

/** Whom the task tells something about as custody: of whom it ends, and who holds, held and will hold it. */
export const childOfTask = childAndHolders('t.person_id', 'true');

/**
 * A child of a family whose custody ends, in the scope of `custodyEnds`. That it ends by majority tells a birthday, and is
 * of the child's identity too.
 */
export const custodyTaskThing: ThingInSql = {
  family: 't.family_id',
  members: membersOf('t.family_id'),
  persons: `ARRAY(SELECT unnest(${membersOf('t.family_id')}) UNION SELECT unnest(${childOfTask}))`,
  own: (me) => caseRelations(me, { family: 't.family_id' }),
  sections: (me) => {
    const of = ofCase('t.family_id', me);
    return {
      'family.structure': { ...of, persons: membersOf('t.family_id') },
      'family.custody': { ...of, each: member(childOfTask) },
      'family.identity': { ...of, each: `${member('ARRAY[t.person_id]')} WHERE t.majority` },
    };
  },
};

/**
 * SQL, for a FROM: each child of each family, the day after today on which a custody of it ends, and whether by majority. A
 * custody is the child's, whichever family it was told of.
 * @param today SQL `date` @param until SQL `date`, the last that counts
 */
export const custodyEnds = (today: string, until: string): string => `(
  SELECT m.municipality, m.family_id, m.person_id, least(c.to_date, c.of_age_on) AS ends_on,
    bool_or(c.of_age_on IS NOT NULL AND least(c.to_date, c.of_age_on) = c.of_age_on) AS majority
  FROM custody c JOIN family_member m ON m.municipality = c.municipality AND m.person_id = c.child_id
  WHERE c.municipality = helhed.tenant() AND least(c.to_date, c.of_age_on) > ${today}
    AND least(c.to_date, c.of_age_on) <= ${until}
    AND (c.from_date IS NULL OR c.from_date < least(c.to_date, c.of_age_on))
  GROUP BY m.municipality, m.family_id, m.person_id, least(c.to_date, c.of_age_on)) t`;
