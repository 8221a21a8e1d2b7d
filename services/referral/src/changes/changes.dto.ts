import { id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { changeTypes } from './note-step.js';

export const Change = z
  .strictObject({
    id: id.describe('Of the referral that has changed.'),
    type: z.enum(changeTypes),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;

export const ChangePage = pageOf(Change)
  .extend({
    total: z.int().nonnegative().describe('How many there are behind the cursor, on this page and the next ones.'),
    resume: z
      .string()
      .nullable()
      .describe('The cursor behind the last of these: ask from it next time. Null while nothing was told yet.'),
  })
  .meta({ id: 'ChangePage' });
export type ChangePage = z.infer<typeof ChangePage>;

export const ChangeQuery = pageQuery({});
export type ChangeQuery = z.infer<typeof ChangeQuery>;
