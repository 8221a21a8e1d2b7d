import { caseRelations, ofCase, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

/**
 * It is of the family that it was told of alone, in the scope of `FROM custody_told t`: whoever has the child's other
 * families is named to nobody for a sender's word.
 */
export const toldCustodyThing: ThingInSql = {
  family: 't.family_id',
  members: membersOf('t.family_id'),
  own: (me) => caseRelations(me, { family: 't.family_id' }),
  sections: (me) => {
    const of = ofCase('t.family_id', me);
    const each = `SELECT t.child_id AS id, t.child_id AS person, ${childAndTold} AS persons`;
    return { 'family.structure': { ...of, persons: membersOf('t.family_id') }, 'family.custody': { ...of, each } };
  },
};

/** `uuid[]`: whom it tells something about. */
export const childAndTold = 'ARRAY[t.child_id, t.holder_id]';

/** SQL: of the two nothing was recorded, before or since. */
export const isToldOnly = `t.municipality = helhed.tenant() AND NOT EXISTS (SELECT FROM custody c
  WHERE c.municipality = t.municipality AND c.child_id = t.child_id AND c.holder_id = t.holder_id)`;

/** SQL: those about a person: of whom custody was told, and who was told to hold it. */
export const toldCustodyAbout = (person: string): string =>
  `${isToldOnly} AND (t.child_id = ${person} OR t.holder_id = ${person})`;
