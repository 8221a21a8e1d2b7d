import { date, id } from '@helhed/contracts';
import { z } from 'zod';

export const HoldingsView = z
  .strictObject({
    personId: id,
    holdings: z.array(
      z.strictObject({
        category: z.string().describe('As in docs/access.md, 2.1. One of which nothing is held is left out.'),
        count: z.int().positive().describe('How many things concern the person.'),
        since: date.nullable().describe('Of the oldest; null where it is not known.'),
        units: z.array(z.string()).describe('Whose own they are.'),
      }),
    ),
  })
  .meta({ id: 'Holdings' });
export type HoldingsView = z.input<typeof HoldingsView>;

export const holdingsExample: HoldingsView = {
  personId: '0198a1b2-0000-7000-8000-000000000025',
  holdings: [{ category: 'identity', count: 1, since: '2026-09-01', units: ['familiestuen', 'visitation'] }],
};
