import { caseRelations, held, ofCase, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

const thing = (many?: true): ThingInSql => ({
  family: 'con.family_id',
  programme: 'con.programme',
  members: membersOf('con.family_id'),
  own: (me) => caseRelations(me, { family: 'con.family_id', programme: 'con.programme', ...(many && { many }) }),
  sections: (me) => ({ plan: { ...ofCase('con.family_id', me), persons: membersOf('con.family_id') } }),
});

/** A conversation, in the scope of `FROM conversation con`: the plan as it stood, about everybody in the family. */
export const conversationThing = thing(true);

/** One that is found already, by its address or by whom it is about. */
export const foundConversation = thing();

/** SQL: the conversations with families that the person is in. */
export const conversationsAbout = (person: string): string =>
  `con.municipality = helhed.tenant() AND con.family_id IN (SELECT m.family_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.person_id = ${person})`;

export const heldConversations = held(conversationThing, {
  sections: ['plan'],
  from: 'conversation con',
  where: ({ person }) => conversationsAbout(person),
  since: 'con.held_on',
});
