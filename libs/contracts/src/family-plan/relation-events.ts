import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, sub } from '../fields.js';

export const relationKind = z.enum(['coordinator', 'team', 'contact', 'partner']);
export type RelationKind = z.infer<typeof relationKind>;

export const RelationSet = defineEvent({
  context: 'family-plan',
  name: 'relation-set',
  version: 1,
  description: {
    da: 'Nogen er knyttet til familien: familiekoordinator, team, kontaktpædagog eller samarbejdspartner.',
    en: 'Somebody was tied to the family: family coordinator, team, contact pedagogue or partner.',
  },
  data: {
    relationId: id,
    familyId: id,
    programme: code,
    kind: relationKind,
    /** Null for a partner: whoever holds the function in the unit. */
    sub: sub.nullable(),
    unit: code,
    function: code,
    from: date,
    to: date.nullable(),
  },
});

export const RelationEnded = defineEvent({
  context: 'family-plan',
  name: 'relation-ended',
  version: 1,
  description: {
    da: 'Tilknytningen ophører; er dagen ikke senere end den første, gjaldt den aldrig.',
    en: 'The relation ends; where the day is not after the first, it never held.',
  },
  data: { relationId: id, familyId: id, to: date },
});
