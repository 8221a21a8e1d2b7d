import { caseCarrying, caseRelations, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

/** An enrolment, in the scope of `FROM enrolment e`: a thing of its family, in one programme. */
export const enrolmentThing: ThingInSql = {
  family: 'e.family_id',
  programme: 'e.programme',
  members: membersOf('e.family_id'),
  own: (me) => caseRelations(me, { family: 'e.family_id', programme: 'e.programme', many: true }),
  sections: (me) => ({
    enrolment: { owners: caseCarrying('e.family_id', me), persons: membersOf('e.family_id') },
  }),
};
