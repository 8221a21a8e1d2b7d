import { caseRelations, held, type Me, type OwnInSql, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

/** Whoever offered it; asked of a function in a unit, which has no account, whoever holds it (A-AZN-06). */
const observes = ({ sub, unit }: Me): OwnInSql => ({ holds: `o.unit = ${unit} AND (o.sub = ${sub} OR ${sub} = '')` });

const thing = (many?: true): ThingInSql => ({
  family: 'o.family_id',
  programme: 'o.programme',
  members: membersOf('o.family_id'),
  own: (me) => ({
    ...caseRelations(me, { family: 'o.family_id', programme: 'o.programme', ...(many && { many }) }),
    observer: observes(me),
  }),
  sections: { observation: { owners: 'ARRAY[o.unit]', persons: 'ARRAY[o.person_id, o.parent_id]' } },
});

/** An observation, in the scope of `FROM observation o`: about the child and the parent, of the psychologist's unit. */
export const observationThing = thing(true);

/** One that is found already, by its address or by whom it is about. */
export const foundObservation = thing();

/** SQL: of what was deleted nothing is shown to anybody. */
export const isThere = `o.municipality = helhed.tenant() AND o.state <> 'deleted'`;

/** SQL: those about a person: the child's, and one's own as the parent. */
export const observationsAbout = (person: string): string =>
  `${isThere} AND (o.person_id = ${person} OR o.parent_id = ${person})`;

export const heldObservations = held(observationThing, {
  sections: ['observation'],
  from: 'observation o',
  where: ({ person }) => observationsAbout(person),
  since: 'o.offered_on',
});
