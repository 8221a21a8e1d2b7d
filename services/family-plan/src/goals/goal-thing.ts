import { caseRelations, held, ofCase, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

const thing = (many?: true): ThingInSql => ({
  family: 'g.family_id',
  programme: 'g.programme',
  members: membersOf('g.family_id'),
  own: (me) => caseRelations(me, { family: 'g.family_id', programme: 'g.programme', ...(many && { many }) }),
  sections: (me) => ({ plan: { ...ofCase('g.family_id', me), persons: membersOf('g.family_id') } }),
});

/** A goal, in the scope of `FROM goal g`: a thing of its family, in one programme; the plan is about them all. */
export const goalThing = thing(true);

/** One that is found already, by whom it is about. */
export const foundGoal = thing();

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
