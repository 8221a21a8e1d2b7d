import { frame, withheld } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Separation } from './separation.js';

const wishExample = {
  referralId: '0198a1b2-0000-7000-8000-000000000001',
  otherReferralId: '0198a1b2-0000-7000-8000-000000000011',
};

export const RecordSeparation = z
  .strictObject({
    referralId: id.toLowerCase().describe('The one family’s referral.'),
    otherReferralId: id.toLowerCase().describe('The other family’s, to the same programme.'),
    to: date.optional().describe('The first day on which it no longer holds; until it is ended unless given.'),
  })
  .meta({ id: 'RecordSeparation', examples: [wishExample] });
export type RecordSeparation = z.infer<typeof RecordSeparation>;

const side = z.strictObject({ referralId: id, familyId: id });
const fields = {
  id,
  programme: code,
  families: z.array(side).length(2).describe('The two, in no order that says anything.'),
  recordedIn: code.describe('The unit that it was recorded in.'),
  from: date,
  to: date.nullable().describe('The first day on which it no longer holds; null: until it is ended.'),
  version: z.int().positive(),
};

export const SeparationView = frame(z.strictObject(fields).meta({ id: 'Separation' }));
export type SeparationView = z.infer<typeof SeparationView>;

export const RecordedSeparation = z
  .strictObject({
    ...fields,
    together: z
      .boolean()
      .optional()
      .describe(
        'Whether the two have places in one group already: nobody is moved from it. Absent where the outcome of one is withheld.',
      ),
    withheld,
  })
  .meta({ id: 'RecordedSeparation' });
export type RecordedSeparation = z.infer<typeof RecordedSeparation>;

export const SeparationPage = pageOf(SeparationView);
export const SeparationQuery = pageQuery({ programme: code.optional() });
export type SeparationQuery = z.infer<typeof SeparationQuery>;

type Columns = Omit<Separation, 'municipality' | 'end'>;

export const toSeparationView = (separation: Columns): SeparationView => ({
  id: separation.id,
  programme: separation.programme,
  families: [
    { referralId: separation.referralId, familyId: separation.familyId },
    { referralId: separation.otherReferralId, familyId: separation.otherFamilyId },
  ],
  recordedIn: separation.recordedIn,
  from: separation.from,
  to: separation.to,
  version: separation.version,
});

export const separationExample: SeparationView = {
  id: '0198a1b2-0000-7000-8000-000000000061',
  programme: 'nyborg-familiestue',
  families: [
    { referralId: wishExample.referralId, familyId: '0198a1b2-0000-7000-8000-000000000002' },
    { referralId: wishExample.otherReferralId, familyId: '0198a1b2-0000-7000-8000-000000000012' },
  ],
  recordedIn: 'visitation',
  from: '2026-11-05',
  to: null,
  version: 1,
};
