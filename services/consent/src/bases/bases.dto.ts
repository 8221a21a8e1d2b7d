import { basisKind, basisLayer, code, date, id, instant, withoutCpr } from '@helhed/contracts';
import type { PersonalData } from '@helhed/database';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';
import { assertedExample } from './basis-example.js';
import type { Basis } from './basis.js';

const line = withoutCpr(z.string().trim().min(1).max(200)).refine(
  (text) => !/[\p{Cc}\p{Cs}]/u.test(text),
  rule('format', 'Kun skrifttegn.', 'Printable characters only.'),
);

const once = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .min(1)
    .max(50)
    .refine(
      (all) => new Set(all).size === all.length,
      rule('repeated', 'Det samme står to gange.', 'The same stands twice.'),
    );

// ids are stored and compared in lower case, whatever case they were sent in
const someId = id.toLowerCase();

const how = z.enum(['spoken', 'paper', 'written']);

const assertion = z.strictObject({
  kind: basisKind.describe(
    'What the basis is: a consent, a statute, a basis for one single exchange, or somebody’s vital interest.',
  ),
  layer: basisLayer.describe(
    'Why the data may be processed, or why they may be passed on in spite of the duty of confidentiality: two bases.',
  ),
  paragraph: line.optional().describe('As the one who asserts it cites it. Required unless the kind is consent.'),
  purpose: code.describe('What the data may be used for, such as `outcome-to-sender`: docs/access.md, 2.1.'),
  categories: once(code).describe('Which kinds of data it covers, such as `referral-outcome`: docs/access.md, 2.1.'),
  fromUnit: code.describe('The unit that has the data and passes them on.'),
  toUnit: code.describe('The unit that may have or hear them.'),
  familyId: someId.describe('As the receipt of the referral gave it.'),
  persons: once(someId).describe('Whom the data concern: ids of the family’s members in family-plan.'),
  givenBy: once(someId).optional().describe('For a consent: the parents who gave it.'),
  how: how.optional().describe('For a consent: how it was given.'),
  givenOn: date.optional().describe('For a consent: the day it was given.'),
  evidence: line.optional().describe('For a consent: where its evidence is, such as a journal number.'),
  validFrom: date.describe('The first day on which it holds.'),
  validTo: date.optional().describe('The first day on which it no longer holds.'),
});
export const RecordBasis = assertion.meta({ id: 'RecordBasis', examples: [assertedExample] });
export type RecordBasis = z.infer<typeof assertion>;

export const BasisView = z
  .strictObject({
    id,
    ...assertion.shape,
    paragraph: z.string().nullable().describe('As cited by the one who asserted it; null for a consent without one.'),
    givenBy: z.array(id).describe('The parents who gave a consent; empty for any other basis.'),
    how: how.nullable().describe('How a consent was given.'),
    givenOn: date.nullable().describe('The day that a consent was given.'),
    evidence: z.string().nullable().describe('Where the evidence of a consent is, such as a journal number.'),
    validTo: date.nullable().describe('The first day on which it no longer holds; null while no end is set.'),
    recordedAt: instant,
    recordedBy: z.strictObject({ unit: code, function: code }).describe('The unit and function that asserted it.'),
    version: z.int().positive(),
  })
  .meta({ id: 'Basis' });
export type BasisView = z.infer<typeof BasisView>;

export const BasisPage = pageOf(BasisView);
export const BasisQuery = pageQuery({ familyId: someId });
export type BasisQuery = z.infer<typeof BasisQuery>;

export const toBasisView = (basis: Basis, data: PersonalData): BasisView => ({
  id: basis.id,
  familyId: basis.familyId,
  kind: basis.kind,
  layer: basis.layer,
  paragraph: basis.paragraph,
  purpose: basis.purpose,
  categories: basis.categories,
  fromUnit: basis.fromUnit,
  toUnit: basis.toUnit,
  persons: basis.persons,
  givenBy: basis.givenBy,
  how: basis.how,
  givenOn: basis.givenOn,
  evidence: basis.openEvidence(data),
  validFrom: basis.validFrom,
  validTo: basis.validTo,
  recordedAt: basis.recordedAt.toISOString(),
  recordedBy: { unit: basis.recordedInUnit, function: basis.recordedInFunction },
  version: basis.version,
});
