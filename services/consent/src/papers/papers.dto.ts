import { date, id, paperKinds } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';

export const PaperView = z
  .strictObject({
    id: id.describe('Of the look that made it.'),
    kind: z
      .enum(paperKinds)
      .describe(
        'The family’s plan, printed for one of the family; the answer to a referral, as a letter to its sender.',
      ),
    givenOn: date.describe('The day on which it was made. It is kept nowhere, and cannot be called back.'),
    unit: z.string().nullable().describe('Where it was made.'),
    function: z.string().nullable().describe('In which function; who it was is not told.'),
  })
  .meta({ id: 'Paper' });
export type PaperView = z.infer<typeof PaperView>;

export const PaperPage = z.strictObject({
  ...pageOf(PaperView).shape,
  since: date.describe(
    'From this day on the list has every paper. What older looks say is erased (`lookUps.contentDays`), and which of them made a paper with it.',
  ),
});
export type PaperPage = z.infer<typeof PaperPage>;

export const PaperQuery = pageQuery({});
export type PaperQuery = z.infer<typeof PaperQuery>;

export const paperExample: PaperView = {
  id: '0198a1b2-0000-7000-8000-000000000061',
  kind: 'printed-plan',
  givenOn: '2026-09-28',
  unit: 'familiestuen',
  function: 'group-leader',
};
