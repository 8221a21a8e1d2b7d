import { basisKind, basisLayer, code, date, id } from '@helhed/contracts';
import { z } from 'zod';
import { BasisView, givers, how, line, once, someId, terms } from './bases.dto.js';
import { alma, basisExample, jonas, maja } from './basis-example.js';

const addConsent = z.strictObject({ givenBy: once(someId).describe(givers), how, givenOn: date, evidence: line });
export const AddConsent = addConsent.meta({
  id: 'AddConsent',
  examples: [{ givenBy: [jonas], how: 'written', givenOn: '2026-09-10', evidence: 'Brev i sag 2026-417' }],
});
export type AddConsent = z.infer<typeof addConsent>;

const withdraw = z.strictObject({
  givers: once(someId)
    .optional()
    .describe(
      'Who takes the consent back. A citizen takes back its own, and may leave this out; 422 `not-a-giver` where it names somebody else.',
    ),
});
export const WithdrawBasis = withdraw.meta({ id: 'WithdrawBasis', examples: [{ givers: [maja] }] });
export type WithdrawBasis = z.infer<typeof withdraw>;

const renew = z.strictObject(terms);
export const RenewBasis = renew.meta({
  id: 'RenewBasis',
  examples: [
    {
      givenBy: [maja, jonas],
      how: 'spoken',
      givenOn: '2027-08-30',
      evidence: 'Journalnotat 2027-211',
      validFrom: '2027-09-03',
    },
  ],
});
export type RenewBasis = z.infer<typeof renew>;

/** What still allows the to unit the same: a recorded basis by its id, a standing one by its name. */
const remaining = z.strictObject({
  basis: z.string().describe('An id, or `standing:<programme>:<purpose>:<layer>`.'),
  kind: basisKind,
  layer: basisLayer,
  purpose: code,
  paragraph: z.string().nullable(),
  categories: z.array(code),
  persons: z.array(id).describe('Whom of the basis taken back it still covers.'),
});
export type Remaining = z.infer<typeof remaining>;

export const WithdrawnView = z
  .strictObject({
    ...BasisView.shape,
    remaining: z.array(remaining),
    givenOut: z
      .array(z.string())
      .describe(
        'Where it is asked what was given out already, out of the calendar and on paper, and cannot be called back: relative references (RFC 3986). For a citizen those of each person concerned whom the citizen sees; for staff those of the family that are open to the relation by which it is reached.',
      ),
  })
  .meta({ id: 'WithdrawnBasis' });
export type WithdrawnView = z.infer<typeof WithdrawnView>;

export const withdrawnExample: WithdrawnView = {
  ...basisExample,
  givers: basisExample.givers.map((giver) =>
    giver.person === maja ? { ...giver, withdrawnAt: '2026-10-01T09:15:00.000Z' } : giver,
  ),
  coverage: basisExample.coverage.map((each) => (each.person === jonas ? each : { ...each, state: 'withdrawn' })),
  version: 2,
  remaining: [],
  givenOut: [maja, alma].flatMap((person) => [
    `/scheduling/v1/persons/${person}/deliveries`,
    `/consent/v1/persons/${person}/papers`,
  ]),
};
