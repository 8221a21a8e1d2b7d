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

export const AccessTakenAway = defineEvent({
  context: 'consent',
  name: 'access-taken-away',
  version: 1,
  description: {
    da: 'Adgang er taget væk af andet end en ændret hjemmel: en tilknytning eller en forældremyndighed ophører.',
    en: 'Access was taken away by something else than a change of a basis: a relation or a custody ends.',
  },
  data: {
    familyId: id,
    relation: relation.nullable(),
    custody: custody.nullable(),
    epoch: z
      .number()
      .int()
      .positive()
      .describe(
        'The number that this raised the municipality’s count to; told again in a snapshot, what the family’s earlier events raised. / Tallet, som det hævede.',
      ),
  },
});
