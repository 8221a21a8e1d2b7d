import { date } from '@helhed/contracts';
import { z } from 'zod';

export const End = z
  .strictObject({ on: date.optional().describe('The first day on which it no longer holds; today unless given.') })
  .meta({ id: 'End', examples: [{ on: '2026-10-05' }] });
export type End = z.infer<typeof End>;
