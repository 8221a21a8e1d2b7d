import { frame } from '@helhed/access';
import { date, id, instant, withoutCpr } from '@helhed/contracts';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';

export const reason = withoutCpr(z.string().trim().min(1).max(500)).refine(
  (text) => !/[\p{Cc}\p{Cs}]/u.test(text),
  rule('format', 'Kun skrifttegn.', 'Printable characters only.'),
);
const actor = z.enum(['person', 'citizen', 'system', 'service', 'operator', 'secret-link']);

/** What a family reads of a look: never whose account it was, and the name only where that was decided of this look. */
export const OwnLookUp = z
  .strictObject({
    id,
    at: instant,
    actor: actor.describe('An employee, a citizen, a department’s system, one of the services, or a link’s holder.'),
    unit: z.string().nullable(),
    function: z.string().nullable(),
    purposes: z.array(z.string()),
    categories: z.array(z.string()).describe('None: everything was withheld.'),
    bases: z.array(z.string()),
    employee: z
      .strictObject({ name: z.string() })
      .nullable()
      .describe('Who it was, where the data protection officer has decided to name the employee of this look.'),
  })
  .meta({ id: 'OwnLookUp' });
export type OwnLookUp = z.infer<typeof OwnLookUp>;

export const ownLookUpExample: OwnLookUp = {
  id: '0198a1b2-0000-7000-8000-000000000060',
  at: '2026-10-05T09:12:44.120Z',
  actor: 'person',
  unit: 'db-solsikken',
  function: 'pedagogue',
  purposes: ['outcome-to-sender'],
  categories: ['referral-outcome'],
  bases: ['0198a1b2-0000-7000-8000-000000000040', 'standing:nyborg-familiestue:outcome-to-sender:processing'],
  employee: null,
};

export const OwnLookUpPage = pageOf(OwnLookUp);
export const OwnLookUpQuery = pageQuery({});
export type OwnLookUpQuery = z.infer<typeof OwnLookUpQuery>;

const familyId = id
  .optional()
  .describe('Which of the families that the look was at is kept from seeing it; where it was at one, it is that.');

export const DeferLookUp = z
  .strictObject({
    familyId,
    reason: reason.describe('Why the family must not see it yet. Kept encrypted; shown by no route.'),
    until: date.describe('When it is reviewed: from this day on the family sees it.'),
  })
  .meta({ id: 'DeferLookUp', examples: [{ reason: 'Undersøgelse efter § 20 pågår', until: '2026-12-01' }] });
export type DeferLookUp = z.infer<typeof DeferLookUp>;

/** Of a deferral that is to be confirmed. */
export const DeferredOf = z.strictObject({ familyId }).meta({ id: 'DeferredOf', examples: [{}] });
export type DeferredOf = z.infer<typeof DeferredOf>;

const deferral = {
  until: date,
  confirmed: z.boolean().describe('Hidden until the day once a second person has confirmed it.'),
  anew: date.nullable().describe('A later day that was asked for, and that a second person has not confirmed yet.'),
};

export const Deferral = frame(
  z
    .strictObject({
      id,
      familyId: id.nullable().describe('The family that it is kept from; null where the look was at no other.'),
      ...deferral,
    })
    .meta({ id: 'LookUpDeferral' }),
);
export type Deferral = z.infer<typeof Deferral>;
export const deferralExample: Deferral = {
  id: ownLookUpExample.id,
  familyId: null,
  until: '2026-12-01',
  confirmed: false,
  anew: null,
};

export const UnitLookUp = z
  .strictObject({
    id: id.describe('What to defer it by.'),
    at: instant,
    kind: z.enum(['look', 'command']),
    act: z.string(),
    function: z.string().nullable(),
    purposes: z.array(z.string()),
    categories: z.array(z.string()).describe('None: everything was withheld.'),
    deferral: z
      .strictObject(deferral)
      .nullable()
      .describe('Whether the family is kept from seeing it: once a second person has confirmed, until the day.'),
  })
  .meta({ id: 'UnitLookUp' });
export type UnitLookUp = z.infer<typeof UnitLookUp>;

export const unitLookUpExample: UnitLookUp = {
  id: ownLookUpExample.id,
  at: ownLookUpExample.at,
  kind: 'look',
  act: 'family.read',
  function: 'caseworker',
  purposes: ['coordination'],
  categories: ['family-structure', 'identity'],
  deferral: { until: '2026-12-01', confirmed: false, anew: null },
};

export const UnitLookUpPage = pageOf(UnitLookUp);
export const UnitLookUpQuery = pageQuery({});
export type UnitLookUpQuery = z.infer<typeof UnitLookUpQuery>;

const finding = z.enum(['in-order', 'follow-up']);

export const ReviewSample = z
  .strictObject({ finding, note: reason.optional() })
  .meta({ id: 'ReviewSample', examples: [{ finding: 'in-order' }] });
export type ReviewSample = z.infer<typeof ReviewSample>;

export const SampledLookUp = OwnLookUp.omit({ employee: true })
  .extend({
    kind: z.enum(['look', 'command']),
    act: z.string(),
    subjects: z.array(id),
    sub: z.string().describe('Keycloak’s id of the account.'),
    azp: z.string().describe('The client that the token was given to.'),
    refused: z.boolean(),
    flags: z.array(z.enum(['own', 'relative', 'colleague'])),
    review: z
      .strictObject({ finding, note: z.string().nullable(), reviewedAt: instant, reviewedBy: z.string() })
      .nullable(),
  })
  .meta({ id: 'SampledLookUp' });
export type SampledLookUp = z.infer<typeof SampledLookUp>;

const { employee: _, ...drawnExample } = ownLookUpExample;

export const sampledLookUpExample: SampledLookUp = {
  ...drawnExample,
  kind: 'look',
  act: 'referral.outcome',
  subjects: ['0198a1b2-0000-7000-8000-000000000020', '0198a1b2-0000-7000-8000-000000000023'],
  sub: '0198a1b2-0000-7000-8000-000000000070',
  azp: 'dagtilbud',
  refused: false,
  flags: [],
  review: null,
};

export const SamplePage = pageOf(SampledLookUp);
export const SampleQuery = pageQuery({
  reviewed: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('Only those that were reviewed, or only those that were not.'),
});
export type SampleQuery = z.infer<typeof SampleQuery>;
