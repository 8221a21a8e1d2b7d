import { frame, withheld } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { line, prose } from '../prose.js';

const someId = id.toLowerCase();
const how = z.enum(['told', 'drawn', 'written']);

const example = {
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  personId: '0198a1b2-0000-7000-8000-000000000025',
  said: 'Jeg vil helst spise sammen alle sammen, også når jeg er hos far.',
  how: 'told' as const,
  toldOn: '2026-09-21',
};

export const RecordChildView = z
  .strictObject({
    familyId: someId,
    personId: someId.describe('A child of the family.'),
    programme: code.optional().describe('Left out, the one by which whoever records it reaches the family.'),
    said: prose(10_000).describe('The child’s own words, or what the drawing shows as the child told it.'),
    how,
    toldOn: date.describe('Today or before.'),
  })
  .meta({ id: 'RecordChildView', examples: [example] });
export type RecordChildView = z.infer<typeof RecordChildView>;

export const OpenChildView = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('child').describe('The child agreed.') }),
    z.strictObject({
      by: z.literal('authority').describe('An authority decided it.'),
      paragraph: line.describe('As whoever decides cites it.'),
      reason: prose(4000),
    }),
  ])
  .meta({ id: 'OpenChildView', examples: [{ by: 'child' }] });
export type OpenChildView = z.infer<typeof OpenChildView>;

export const ChildViewReceipt = frame(
  z
    .strictObject({ id, familyId: id, version: z.int().positive().describe('As the list shows it.') })
    .meta({ id: 'ChildViewReceipt' }),
);
export type ChildViewReceipt = z.infer<typeof ChildViewReceipt>;

const openTo = z
  .strictObject({
    by: z.enum(['child', 'authority']),
    on: date,
    unit: code.describe('Where it was noted.'),
    paragraph: z.string().nullable().describe('Of an authority’s decision.'),
    reason: z.string().nullable().describe('Of an authority’s decision.'),
  })
  .nullable()
  .describe('Who let the parents read it; null: nobody.');

const content = { personId: id, said: z.string(), how, toldOn: date, openTo };

export const ChildViewView = z
  .strictObject({
    id,
    familyId: id,
    programme: code,
    ...z.strictObject(content).partial().shape,
    version: z.int().positive().describe('Counts how often it was opened and closed; 1 where the view is withheld.'),
    withheld,
  })
  .meta({ id: 'ChildView' });
export type ChildViewView = z.infer<typeof ChildViewView>;
export const ChildViewPage = pageOf(ChildViewView);
export const ChildViewQuery = pageQuery({});
export type ChildViewQuery = z.infer<typeof ChildViewQuery>;

export const OwnChildView = z
  .strictObject({ id, unit: code.describe('Which has it.'), ...content })
  .meta({ id: 'OwnChildView' });
export type OwnChildView = z.infer<typeof OwnChildView>;
export const OwnChildViewPage = pageOf(OwnChildView);

const viewId = '0198a1b2-0000-7000-8000-000000000058';
export const receiptExample: ChildViewReceipt = { id: viewId, familyId: example.familyId, version: 1 };
const { familyId, ...said } = example;
export const childViewPageExample = {
  items: [{ id: viewId, familyId, programme: 'nyborg-familiestue', ...said, openTo: null, version: 1, withheld: [] }],
  next: null,
  total: 1,
};
export const ownChildViewPageExample = {
  items: [
    {
      id: viewId,
      unit: 'familiestuen',
      ...said,
      openTo: { by: 'child' as const, on: '2026-09-28', unit: 'familiestuen', paragraph: null, reason: null },
    },
  ],
  next: null,
  total: 1,
};
