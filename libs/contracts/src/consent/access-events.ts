import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, sub } from '../fields.js';
import { relationKind } from '../family-plan/relation-events.js';

const relation = z
  .strictObject({
    relationId: id,
    programme: code,
    kind: relationKind,
    sub: sub.nullable(),
    unit: code,
    function: code.nullable(),
    from: date,
    to: date,
  })
  .describe('The relation that ended, whole. / Tilknytningen, der ophører.');

const custody = z
  .strictObject({ custodyId: id, childId: id, holderId: id, from: date.nullable(), to: date })
  .describe('The custody that ended. / Forældremyndigheden, der ophører.');

const link = z
  .strictObject({ linkId: id, personId: id, sub, linkedOn: date, endedOn: date })
  .describe('The citizen’s link that ended, whole. / Borgerens knytning, der ophører.');

export const AccessTakenAway = defineEvent({
  context: 'consent',
  name: 'access-taken-away',
  version: 1,
  description: {
    da: 'Adgang er taget væk af andet end en ændret hjemmel: en tilknytning, en forældremyndighed eller en borgers knytning til en konto ophører.',
    en: 'Access was taken away by something else than a change of a basis: a relation, a custody or a citizen’s link to an account ends.',
  },
  data: {
    familyId: id,
    relation: relation.nullable(),
    custody: custody.nullable(),
    link: link.optional(),
    epoch: z
      .number()
      .int()
      .positive()
      .describe(
        'The number that this raised the municipality’s count to; told again in a snapshot, what the family’s earlier events raised. / Tallet, som det hævede.',
      ),
  },
});
