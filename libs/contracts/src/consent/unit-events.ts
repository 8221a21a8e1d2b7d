import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, sub } from '../fields.js';

export const UnitChanged = defineEvent({
  context: 'consent',
  name: 'unit-changed',
  version: 1,
  orderKey: 'unit',
  description: {
    da: 'En enhed er oprettet, flyttet, mærket eller nedlagt i kommunens Keycloak.',
    en: 'A unit was made, moved, marked or retired in the municipality’s Keycloak.',
  },
  data: {
    unit: code,
    parent: code.nullable(),
    retired: z.boolean(),
    insideParent: z.boolean().describe('In its parent’s disclosure area. / Del af overenhedens fortrolighedsområde.'),
    outside: z.boolean().describe('An outside controller. / En ekstern dataansvarlig.'),
    institution: z
      .boolean()
      .default(false)
      .describe(
        'It reaches its own children only; absent in what was told before. / Den når kun sine egne børn; mangler i det, der er fortalt før.',
      ),
  },
});

export const UnitMembersChanged = defineEvent({
  context: 'consent',
  name: 'unit-members-changed',
  version: 1,
  orderKey: 'unit',
  description: {
    da: 'Hvem der har en funktion i enheden; alle, der har en nu.',
    en: 'Who holds a function in the unit; all who hold one now.',
  },
  data: { unit: code, members: z.array(sub) },
});
