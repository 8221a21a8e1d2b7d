import { frame, withheld, type Withheld } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery, type Page } from '@helhed/web';
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

export const CustodyReceipt = frame(
  z
    .strictObject({
      id,
      familyId: id,
      version: z
        .int()
        .positive()
        .describe('As the list shows it; 1 where custody is withheld, and where it was just noted.'),
    })
    .meta({ id: 'CustodyReceipt' }),
);
export type CustodyReceipt = z.infer<typeof CustodyReceipt>;

export const CustodyView = z
  .strictObject({
    id,
    childId: id,
    holderId: id,
    from: date.nullable().describe('Null: since before it was told here.'),
    to: date.nullable().describe('The first day on which it no longer holds.'),
    version: z.int().positive(),
  })
  .meta({ id: 'Custody' });
export type CustodyView = z.infer<typeof CustodyView>;

export const ToldCustodyView = z
  .strictObject({
    childId: id,
    holderId: id.describe('Who holds custody, according to the referral.'),
    toldOn: date,
    toldBy: code.describe('The unit that sent the referral.'),
    referralId: id,
  })
  .meta({ id: 'ToldCustody' });
export type ToldCustodyView = z.infer<typeof ToldCustodyView>;

export const CustodyPage = z.strictObject({
  ...pageOf(CustodyView).shape,
  told: z
    .array(ToldCustodyView)
    .describe(
      'What the family’s referral told of children who were known before it, and nobody has recorded: no custody, and no item. Whole on each page.',
    ),
  withheld: withheld.describe('Of which children custody is not shown, and why; its rows are no items.'),
});
export interface CustodyPage extends Page<CustodyView> {
  readonly told: readonly ToldCustodyView[];
  readonly withheld: readonly Withheld[];
}
export const CustodyQuery = pageQuery({});
export type CustodyQuery = z.infer<typeof CustodyQuery>;

export const toCustodyReceipt = ({ id: custody, familyId, version }: Custody, isShown: boolean): CustodyReceipt => ({
  id: custody,
  familyId,
  version: isShown ? version : 1,
});

const custodyId = '0198a1b2-0000-7000-8000-000000000050';
export const receiptExample: CustodyReceipt = { id: custodyId, familyId: example.familyId, version: 1 };
const { familyId: _, ...shown } = example;
export const custodyPageExample = {
  items: [{ id: custodyId, ...shown, to: null, version: 1 }],
  next: null,
  total: 1,
  told: [
    {
      childId: example.childId,
      holderId: '0198a1b2-0000-7000-8000-000000000024',
      toldOn: '2026-10-01',
      toldBy: 'db-solsikken',
      referralId: '0198a1b2-0000-7000-8000-000000000010',
    },
  ],
  withheld: [],
};
