import { frame } from '@helhed/access';
import { code, id, withoutCpr } from '@helhed/contracts';
import { rule } from '@helhed/web';
import { z } from 'zod';
import { facts, intakeShape, line, prose } from '../intake/intake.dto.js';

const senderReference = withoutCpr(line(100)).describe(
  "The sender's own number of this referral, unique in its unit: the same again is the same referral.",
);

export const ReceiveReferral = z
  .strictObject({
    programme: code.describe('Its code in the catalogue, `GET /referral/v1/programmes`.'),
    referringUnit: code.describe('The unit that refers: the one that the sender acts in.'),
    senderReference,
    reason: prose.describe('Why the family is referred, in the words that it and the sender agreed on.'),
    ...intakeShape,
  })
  .meta({
    id: 'ReceiveReferral',
    examples: [
      {
        programme: 'nyborg-familiestue',
        referringUnit: 'db-solsikken',
        senderReference: 'solsikken-2026-17',
        reason: 'Mornings and bedtimes are hard for all four; the parents ask for help.',
        households: [{ ref: 'home-1', address: 'Strandvejen 1, 5800 Nyborg' }, { ref: 'home-2' }],
        members: [
          { ref: 'parent-1', role: 'parent', name: 'Anna Prøve', birthDate: '1991-04-02', household: 'home-1' },
          { ref: 'parent-2', role: 'parent', name: 'Bo Prøve', birthDate: '1989-09-12', household: 'home-2' },
          {
            ref: 'child-1',
            role: 'child',
            name: 'Clara Prøve',
            birthDate: '2022-06-30',
            household: ['home-1', 'home-2'],
            custody: ['parent-1', 'parent-2'],
          },
        ],
        parentsPart: [
          { parent: 'parent-1', how: 'meeting', on: '2026-11-02', agreed: true },
          { parent: 'parent-2', how: 'phone', on: '2026-11-03', agreed: true },
        ],
        facts: { everydayConflicts: ['bedtime', 'meals'], wholeFamilyTakesPart: true },
      },
    ],
  });
export type ReceiveReferral = z.output<typeof ReceiveReferral>;

export const AmendReferral = z
  .strictObject({ reason: prose.optional(), facts: facts.optional() })
  .refine(
    ({ reason, facts: stated }) => reason ?? stated,
    rule('required', 'Angiv reason eller facts.', 'Give reason or facts.'),
  )
  .meta({ id: 'AmendReferral', examples: [{ facts: { everydayConflicts: ['bedtime'], wholeFamilyTakesPart: true } }] });
export type AmendReferral = z.output<typeof AmendReferral>;

/** What a sender hears of its referral at once; ids and state, nobody's name. */
export const Receipt = frame(
  z
    .strictObject({
      id,
      familyId: id.describe('The family, in every service.'),
      state: z.literal('received').describe('Always: what becomes of it is in the outcome.'),
      version: z.int().positive().describe('Counts what the sender wrote; the ETag says it too.'),
      senderReference: z.string().describe("The sender's own number, as it was sent."),
    })
    .meta({ id: 'Receipt' }),
);
export type Receipt = z.infer<typeof Receipt>;

export const receiptExample: Receipt = {
  id: '0198a1b2-0000-7000-8000-000000000001',
  familyId: '0198a1b2-0000-7000-8000-000000000002',
  state: 'received',
  version: 1,
  senderReference: 'solsikken-2026-17',
};
