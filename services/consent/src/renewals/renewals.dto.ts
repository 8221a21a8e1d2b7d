import { date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { BasisView } from '../bases/bases.dto.js';
import { alma, basisExample } from '../bases/basis-example.js';

const reasons = z.enum(['expires', 'covers-fewer']);

export const RenewalTask = z
  .strictObject({
    on: date
      .nullable()
      .describe(
        'The first day on which it no longer holds, or no longer covers the persons; null while nobody is told a day that may be a birthday.',
      ),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .describe('The month of that day.'),
    because: reasons.describe(
      '`expires`: the period ends. `covers-fewer`: a birthday or the end of custody leaves persons uncovered.',
    ),
    persons: z.array(id).describe('Whom it covers no more from then on.'),
    basis: BasisView,
  })
  .meta({ id: 'RenewalTask' });
export type RenewalTask = z.infer<typeof RenewalTask>;

export const RenewalPage = pageOf(RenewalTask);
export const RenewalQuery = pageQuery({});
export type RenewalQuery = z.infer<typeof RenewalQuery>;

export const renewalPageExample = {
  items: [
    {
      on: null,
      month: '2026-12',
      because: 'covers-fewer' as const,
      persons: [alma],
      basis: basisExample,
    },
  ],
  next: null,
  total: 1,
};
