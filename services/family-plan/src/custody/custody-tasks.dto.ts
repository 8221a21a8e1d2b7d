import { date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';

export const CustodyTaskView = z
  .strictObject({
    familyId: id,
    personId: id.describe('The child.'),
    endsOn: date.describe('The first day on which custody no longer holds.'),
    because: z
      .enum(['custody-ended', 'majority'])
      .describe('A custody was recorded or ended with that day, or the child comes of age on it.'),
  })
  .meta({ id: 'CustodyTask' });
export type CustodyTaskView = z.infer<typeof CustodyTaskView>;
export const CustodyTaskPage = pageOf(CustodyTaskView);
export const CustodyTaskQuery = pageQuery({});
export type CustodyTaskQuery = z.infer<typeof CustodyTaskQuery>;

export const custodyTaskPageExample = {
  items: [
    {
      familyId: '0198a1b2-0000-7000-8000-000000000020',
      personId: '0198a1b2-0000-7000-8000-000000000025',
      endsOn: '2027-02-17',
      because: 'majority' as const,
    },
  ],
  next: null,
  total: 1,
};
