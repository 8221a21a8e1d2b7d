import { caseRelations, ofCase, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

const thing = (many?: true): ThingInSql => ({
  family: 'e.family_id',
  programme: 'e.programme',
  members: membersOf('e.family_id'),
  own: (me) => caseRelations(me, { family: 'e.family_id', programme: 'e.programme', ...(many && { many }) }),
  sections: (me) => ({
    enrolment: { ...ofCase('e.family_id', me), persons: membersOf('e.family_id') },
  }),
});

/** An enrolment, in the scope of `FROM enrolment e`: a thing of its family, in one programme. */
export const enrolmentThing = thing(true);

/** One that is found already, by whom it is about. */
export const foundEnrolment = thing();
