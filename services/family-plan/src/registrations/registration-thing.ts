import { caseRelations, held, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

const thing = (many?: true): ThingInSql => ({
  family: 'reg.family_id',
  programme: 'reg.programme',
  members: membersOf('reg.family_id'),
  own: (me) => caseRelations(me, { family: 'reg.family_id', programme: 'reg.programme', ...(many && { many }) }),
  sections: { 'registration-form': { owners: 'ARRAY[reg.unit]', persons: 'ARRAY[reg.person_id]' } },
});

/** A registration, in the scope of `FROM registration reg`: a thing of its family, in one programme, about the child alone. */
export const registrationThing = thing(true);

/** One that is found already, by whose it is. */
export const foundRegistration = thing();

export const registrationsOf = (person: string): string =>
  `reg.municipality = helhed.tenant() AND reg.person_id = ${person}`;

export const heldRegistrations = held(registrationThing, {
  sections: ['registration-form'],
  from: 'registration reg',
  where: ({ person }) => registrationsOf(person),
  since: 'reg.filled_on',
});
