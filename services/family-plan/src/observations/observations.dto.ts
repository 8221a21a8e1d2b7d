import { frame, withheld } from '@helhed/access';
import { code, date, id, observationState } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { prose } from '../prose.js';

const someId = id.toLowerCase();
const state = observationState.exclude(['deleted']);
const note = prose(20_000).describe('What was seen, in the psychologist’s own words.');

const [familyId, personId, parentId] = [
  '0198a1b2-0000-7000-8000-000000000020',
  '0198a1b2-0000-7000-8000-000000000025',
  '0198a1b2-0000-7000-8000-000000000023',
];
const seen = 'Alma søger sin mors blik, før hun tør prøve tårnet af. Mor venter, til hun er klar.';

export const OfferObservation = z
  .strictObject({
    familyId: someId,
    personId: someId.describe('A child of the family.'),
    parentId: someId.describe('The parent to whom it is offered.'),
    programme: code.optional().describe('Left out, the one by which whoever offers it reaches the family.'),
  })
  .meta({ id: 'OfferObservation', examples: [{ familyId, personId, parentId }] });
export type OfferObservation = z.infer<typeof OfferObservation>;

export const NoteObservation = z
  .strictObject({ heldOn: date.describe('Today or before, and not before the offer.'), note })
  .meta({ id: 'NoteObservation', examples: [{ heldOn: '2026-10-12', note: seen }] });
export type NoteObservation = z.infer<typeof NoteObservation>;

export const AmendObservation = z
  .strictObject({ note })
  .meta({ id: 'AmendObservation', examples: [{ note: 'Mor fortalte bagefter, at Alma havde sovet dårligt.' }] });
export type AmendObservation = z.infer<typeof AmendObservation>;

export const ObservationReceipt = frame(z.strictObject({ id, familyId: id }).meta({ id: 'ObservationReceipt' }));
export type ObservationReceipt = z.infer<typeof ObservationReceipt>;

const content = {
  personId: id.describe('The child.'),
  unit: code.describe('The psychologist’s.'),
  state,
  offeredOn: date,
  answeredOn: date.nullable(),
  heldOn: date.nullable(),
  deleteOn: date.describe('The day on which it is deleted.'),
  notes: z
    .array(z.strictObject({ number: z.int().positive(), notedOn: date, note: z.string() }))
    .describe('As it was noted, and what was added later; oldest first.'),
};

export const ObservationView = z
  .strictObject({
    id,
    familyId: id,
    programme: code,
    ...z.strictObject({ ...content, parentId: id }).partial().shape,
    withheld,
  })
  .meta({ id: 'Observation' });
export type ObservationView = z.infer<typeof ObservationView>;
export const ObservationPage = pageOf(ObservationView);
export const ObservationQuery = pageQuery({});
export type ObservationQuery = z.infer<typeof ObservationQuery>;

export const OwnObservation = z
  .strictObject({
    id,
    ...content,
    notes: content.notes.optional().describe('To the parent who was observed, and to the child itself; oldest first.'),
    withheld,
  })
  .meta({ id: 'OwnObservation' });
export type OwnObservation = z.infer<typeof OwnObservation>;
export const OwnObservationPage = pageOf(OwnObservation);

const observationId = '0198a1b2-0000-7000-8000-000000000071';
export const receiptExample: ObservationReceipt = { id: observationId, familyId };
const shown = {
  personId,
  unit: 'ppr',
  state: 'noted' as const,
  offeredOn: '2026-09-28',
  answeredOn: '2026-09-30',
  heldOn: '2026-10-12',
  deleteOn: '2027-04-10',
  notes: [{ number: 1, notedOn: '2026-10-12', note: seen }],
};
export const observationExample: ObservationView = {
  id: observationId,
  familyId,
  programme: 'nyborg-familiestue',
  ...shown,
  parentId,
  withheld: [],
};
export const observationPageExample = { items: [observationExample], next: null, total: 1 };
export const ownObservationPageExample = {
  items: [{ id: observationId, ...shown, withheld: [] }],
  next: null,
  total: 1,
};
