import { basisEnd, date, id, instant } from '@helhed/contracts';
import { z } from 'zod';
import { pageOf, pageQuery } from '../paging/page.js';

const epoch = z.int().nonnegative();

const toldBasis = z.strictObject({
  basis: id,
  family: id,
  epoch: epoch.describe('At which it was last told.'),
  ended: basisEnd.nullable(),
  endedAt: instant.nullable(),
  validTo: date.nullable(),
  withdrawn: z.array(id).describe('Persons whom it covers no more, since a consent to it was taken back.'),
});

export const ToldBases = pageOf(toldBasis)
  .extend({
    applied: epoch.describe('Up to which every raise was applied, and the highest that was.'),
    waiting: z
      .int()
      .nonnegative()
      .nullable()
      .describe('Events of consent that wait in the stream or could not be applied; null where the bus does not say.'),
  })
  .meta({ id: 'ToldBases' });

export const ToldBasesQuery = pageQuery({
  municipality: z.string().regex(/^\d{4}$/),
  since: z.coerce.number().int().nonnegative().describe('The epoch that the restored register stood at.'),
});

export const toldBasesExample: z.infer<typeof ToldBases> = {
  items: [
    {
      basis: '0198a1b2-0000-7000-8000-000000000041',
      family: '0198a1b2-0000-7000-8000-000000000002',
      epoch: 43,
      ended: 'withdrawn',
      endedAt: '2026-10-01T09:15:00.000Z',
      validTo: null,
      withdrawn: ['0198a1b2-0000-7000-8000-000000000011'],
    },
  ],
  next: null,
  total: 1,
  applied: 44,
  waiting: 0,
};
