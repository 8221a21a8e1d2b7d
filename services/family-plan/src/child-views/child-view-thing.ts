import { caseRelations, held, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

/** A child's view, in the scope of `FROM child_view v`: a thing of its family, in one programme, about the child alone. */
export const childViewThing: ThingInSql = {
  family: 'v.family_id',
  programme: 'v.programme',
  members: membersOf('v.family_id'),
  own: (me) => caseRelations(me, { family: 'v.family_id', programme: 'v.programme', many: true }),
  sections: { 'child-view': { owners: 'ARRAY[v.unit]', persons: 'ARRAY[v.person_id]' } },
};

/** SQL: whether parents may read it: a child's agreement holds in the database in which it was noted (A-FAM-20). */
export const isOpen = `CASE v.open_by WHEN 'authority' THEN true WHEN 'child' THEN v.open_incarnation = helhed.incarnation()
  ELSE false END`;

/** SQL: those of a person that whoever asks may know of: all of one's own, of a child in custody what is open (A-FAM-20). */
export const viewsOf = (person: string, own: string): string =>
  `v.municipality = helhed.tenant() AND v.person_id = ${person} AND (${own} OR ${isOpen})`;

export const heldChildViews = held(childViewThing, {
  sections: ['child-view'],
  from: 'child_view v',
  where: ({ person, own }) => viewsOf(person, own),
  since: 'v.told_on',
});
