import { id } from '@helhed/contracts';
import { z } from 'zod';

export const ReadersView = z
  .strictObject({
    personId: id,
    readers: z.array(
      z.strictObject({
        unit: z.string(),
        function: z
          .string()
          .nullable()
          .describe('Whoever holds it in the unit; null where the relation names none: whoever has a calendar’s link.'),
        relation: z.string().describe('As in docs/access.md, 1.3.'),
        category: z.string().describe('What they may see, as in docs/access.md, 2.1.'),
        purpose: z.string().nullable().describe('null where the category is under no purpose.'),
        bases: z
          .array(z.string())
          .describe(
            'Ids of recorded bases, standing ones as `standing:<programme>:<purpose>:<layer>`; none where none is needed.',
          ),
      }),
    ),
  })
  .meta({ id: 'Readers' });
export type ReadersView = z.input<typeof ReadersView>;

export const readersExample: ReadersView = {
  personId: '0198a1b2-0000-7000-8000-000000000025',
  readers: [
    {
      unit: 'db-solsikken',
      function: 'pedagogue',
      relation: 'sender',
      category: 'referral-outcome',
      purpose: 'outcome-to-sender',
      bases: ['0198a1b2-0000-7000-8000-000000000041', 'standing:nyborg-familiestue:outcome-to-sender:processing'],
    },
  ],
};
