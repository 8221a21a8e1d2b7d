import { withheld, type Decision } from '@helhed/access';
import { date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Custody } from './custody.js';

// ids are stored and compared in lower case, whatever case they were sent in
const someId = id.toLowerCase();

const example = {
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  childId: '0198a1b2-0000-7000-8000-000000000025',
  holderId: '0198a1b2-0000-7000-8000-000000000023',
  from: '2026-09-20',
};

export const RecordCustody = z
  .strictObject({
    familyId: someId.describe('A family that both are in.'),
    childId: someId,
    holderId: someId.describe('Who holds custody.'),
    from: date,
    to: date.optional().describe('The first day on which it no longer holds.'),
  })
  .meta({ id: 'RecordCustody', examples: [example] });
export type RecordCustody = z.infer<typeof RecordCustody>;

export const CustodyReceipt = z
  .strictObject({ id, familyId: id, version: z.int().positive() })
  .meta({ id: 'CustodyReceipt' });
export type CustodyReceipt = z.infer<typeof CustodyReceipt>;

export const CustodyView = z
  .strictObject({
    id,
    childId: id,
    holderId: id.optional(),
    from: date.nullable().optional().describe('Null: since before it was told here.'),
    to: date.nullable().optional().describe('The first day on which it no longer holds.'),
    version: z.int().positive().describe('1 where the holder is withheld.'),
    withheld,
  })
  .meta({ id: 'Custody' });
export type CustodyView = z.infer<typeof CustodyView>;
export const CustodyPage = pageOf(CustodyView);
export const CustodyQuery = pageQuery({});
export type CustodyQuery = z.infer<typeof CustodyQuery>;

export const toCustodyReceipt = ({ id: custody, familyId, version }: Custody): CustodyReceipt => ({
  id: custody,
  familyId,
  version,
});

export type CustodyRow = Required<Omit<CustodyView, 'withheld'>>;

/** The family's decision says of each child whether custody of it is shown. */
export function toCustodyView(row: CustodyRow, decision: Decision): CustodyView {
  const { id: custody, childId, holderId, from, to, version } = row;
  // where it is withheld, nothing shown of it ever changes: its end is not told by the version either (A-LST-04)
  const shown = decision.shows('family.custody', childId) ? { holderId, from, to, version } : { version: 1 };
  const missing = decision.withheld.filter(({ person }) => person === childId);
  return { id: custody, childId, ...shown, withheld: missing };
}

const custodyId = '0198a1b2-0000-7000-8000-000000000050';
export const receiptExample: CustodyReceipt = { id: custodyId, familyId: example.familyId, version: 1 };
const { familyId: _, ...shown } = example;
export const custodyPageExample = {
  items: [{ id: custodyId, ...shown, to: null, version: 1, withheld: [] }],
  next: null,
  total: 1,
};
