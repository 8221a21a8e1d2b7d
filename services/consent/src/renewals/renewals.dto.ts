import { date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { BasisView } from '../bases/bases.dto.js';
import { alma, basisExample } from '../bases/basis-example.js';

const reasons = z.enum(['expires', 'covers-fewer']);

export const RenewalTask = z
  .strictObject({
    on: date.describe('The first day on which it no longer holds, or no longer covers the persons.'),
    because: reasons.describe(
      '`expires`: the period ends. `covers-fewer`: a birthday or the end of custody leaves persons uncovered.',
    ),
    persons: z.array(id).describe('Whom it covers no more from that day.'),
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
      on: '2026-12-01',
      because: 'covers-fewer' as const,
      persons: [alma],
      basis: basisExample,
    },
  ],
  next: null,
  total: 1,
};
