import { caseRelations, held, ofCase, type SectionInSql, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

/** SQL: the institution's point that the goal was offered from, with the registration that it stands in. */
export const pointOf = `FROM work_point wp JOIN registration reg
    ON reg.municipality = wp.municipality AND reg.id = wp.registration_id
  WHERE wp.municipality = helhed.tenant() AND wp.id = g.work_point_id`;

/** As the registration's own section: about the child, of the unit that wrote it. @param which of the goals */
const point = (which: string): SectionInSql => ({
  owners: `ARRAY(SELECT reg.unit ${pointOf})`,
  each: `SELECT wp.id, NULL::uuid AS person, ARRAY[reg.person_id] AS persons ${pointOf} AND ${which}`,
});

const thing = ({ many, which = 'true' }: { many?: true; which?: string }): ThingInSql => ({
  family: 'g.family_id',
  programme: 'g.programme',
  members: membersOf('g.family_id'),
  // a point stays about its child, whoever is in the family by then
  persons: `${membersOf('g.family_id')} || array_remove(ARRAY[g.person_id], NULL)`,
  own: (me) => caseRelations(me, { family: 'g.family_id', programme: 'g.programme', ...(many && { many }) }),
  sections: (me) => ({
    plan: { ...ofCase('g.family_id', me), persons: membersOf('g.family_id') },
    'goal.point': point(which),
  }),
});

/** A goal, in the scope of `FROM goal g`: a thing of its family, in one programme; the plan is about them all. */
export const goalThing = thing({ many: true });

/** As it is printed: of one that is not agreed to no point is asked for. */
export const printedGoal = thing({ many: true, which: `g.state = 'agreed'` });

/** One that is found already, by whom it is about. */
export const foundGoal = thing({});

/** SQL: the goals of families that the person is in. */
export const goalsAbout = (person: string): string =>
  `g.municipality = helhed.tenant() AND g.family_id IN (SELECT m.family_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.person_id = ${person})`;

export const heldGoals = held(goalThing, {
  sections: ['plan'],
  from: 'goal g',
  where: ({ person }) => goalsAbout(person),
  since: 'g.set_on',
});
