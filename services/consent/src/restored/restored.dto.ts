import { id } from '@helhed/contracts';
import { z } from 'zod';
import { takenBasis } from './taken.js';

const municipality = z.string().regex(/^\d{4}$/);
const epoch = z.int().nonnegative();

const closed = z.strictObject({
  municipality,
  since: epoch.describe('What the register stood at when it was closed.'),
  named: epoch.describe('The highest epoch that the ledger or a service has named.'),
});
export const ClosedRegisters = z.strictObject({ municipalities: z.array(closed) }).meta({ id: 'ClosedRegisters' });
export const closedExample = { municipalities: [{ municipality: '0450', since: 41, named: 44 }] };

const found = takenBasis.omit({ givers: true }).extend({
  family: id,
  epoch,
  withdrawn: z.array(id).describe('Persons whom it covers no more, since a consent to it was taken back.'),
});
const basis = {
  basis: '0198a1b2-0000-7000-8000-000000000041',
  family: '0198a1b2-0000-7000-8000-000000000002',
  epoch: 43,
  ended: 'withdrawn',
  endedAt: '2026-10-01T09:15:00.000Z',
  validTo: null,
  withdrawn: ['0198a1b2-0000-7000-8000-000000000011'],
} as const;

const takeBack = z.strictObject({
  municipality,
  named: epoch.describe('What the service that knows them has applied.'),
  bases: z.array(found).max(200),
});
export const TakeBackBases = takeBack.meta({
  id: 'TakeBackBases',
  examples: [{ municipality: '0450', named: 44, bases: [basis] }],
});
export type TakeBackBases = z.infer<typeof takeBack>;

const count = z.int().nonnegative();
export const TakenBackBases = z
  .strictObject({
    takenBack: count.describe('Bases of which something still stood.'),
    unknown: count.describe('Bases that the register does not know: what it tells of the family ends them.'),
  })
  .meta({ id: 'TakenBackBases' });
export const takenBackExample = { takenBack: 1, unknown: 0 };

export const OpenedRegister = z.strictObject({ municipality, epoch }).meta({ id: 'OpenedRegister' });
export const openedExample = { municipality: '0450', epoch: 46 };

const open = z.strictObject({ municipality });
export const OpenRegister = open.meta({ id: 'OpenRegister', examples: [{ municipality: '0450' }] });
export type OpenRegister = z.infer<typeof open>;
