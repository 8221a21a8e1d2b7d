import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, sub } from '../fields.js';

export const relationKind = z.enum(['coordinator', 'team', 'contact', 'partner', 'institution']);
export type RelationKind = z.infer<typeof relationKind>;

export const RelationSet = defineEvent({
  context: 'family-plan',
  name: 'relation-set',
  version: 1,
  description: {
    da: 'Nogen er knyttet til familien: familiekoordinator, team, kontaktpædagog, samarbejdspartner eller et barns institution.',
    en: 'Somebody was tied to the family: family coordinator, team, contact pedagogue, partner or a child’s institution.',
  },
  data: {
    relationId: id,
    familyId: id,
    programme: code,
    kind: relationKind,
    /** Null for a partner, whoever holds the function in the unit, and for an institution. */
    sub: sub.nullable(),
    unit: code,
    /** Null for an institution: every case function. Which child attends it is told to nobody. */
    function: code.nullable(),
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
