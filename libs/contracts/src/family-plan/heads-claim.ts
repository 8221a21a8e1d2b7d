import { z } from 'zod';
import { code, date, id } from '../fields.js';

/**
 * What family-plan answers to scheduling's claim check after `family-plan.enrolled`: how many of the family's members are
 * in each of the definition's bands of age on a day. Counts, and nobody's birth date.
 */
export const headsClaim = z
  .strictObject({
    enrolmentId: id,
    on: date,
    bands: z.array(z.strictObject({ code, heads: z.int().min(0) })),
    unknown: z.int().min(0).describe('Members whose birth date is not known.'),
  })
  .meta({ id: 'HeadsClaim' });
export type HeadsClaim = z.infer<typeof headsClaim>;
