import { leaseMs } from '@helhed/access';
import { z } from 'zod';

const epoch = z.int().nonnegative();
const instance = '0198a1b2-0000-7000-8000-0000000000a1';
const id = instance;

const take = z.strictObject({
  instance: z.uuid().describe('The running process, which chose the id when it started.'),
  epoch: epoch.describe('What it has applied, and no answer begun before that is still under way.'),
});
export const TakeLease = take.meta({ id: 'TakeLease', examples: [{ instance, epoch: 41 }] });
export type TakeLease = z.infer<typeof take>;

const view = z.strictObject({
  id: z.uuid().describe('That of the running process.'),
  demanded: epoch.describe('What the data answered from must have applied.'),
  milliseconds: z.int().positive().describe('Counted by the holder from before it asked.'),
});
export const LeaseView = view.meta({ id: 'Lease' });
export type LeaseView = z.infer<typeof view>;
export const leaseExample: LeaseView = { id, demanded: 41, milliseconds: leaseMs };

const confirm = z.strictObject({ epoch });
export const ConfirmLease = confirm.meta({ id: 'ConfirmLease', examples: [{ epoch: 42 }] });
export type ConfirmLease = z.infer<typeof confirm>;

const givenBack = z.strictObject({ id: z.uuid() });
export const GivenBackLease = givenBack.meta({ id: 'GivenBackLease' });
export type GivenBackLease = z.infer<typeof givenBack>;
export const givenBackExample: GivenBackLease = { id };

const confirmed = z.strictObject({ id: z.uuid(), epoch });
export const ConfirmedLease = confirmed.meta({ id: 'ConfirmedLease' });
export type ConfirmedLease = z.infer<typeof confirmed>;
export const confirmedExample: ConfirmedLease = { id, epoch: 42 };
