import { Cpr } from '@helhed/kernel';
import { z } from 'zod';
import { pageQuery } from '../paging/page.js';
import { parsed, rule } from '../validation/rules.js';
import type { Boat } from './boat.js';

const crew = z.strictObject({ name: z.string().min(1).max(80), cpr: parsed(Cpr.parse).optional() });

export const BuyBoat = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(40)
      .refine((name) => name !== 'Titanic', rule('unlucky', 'Det navn bringer uheld.', 'That name is unlucky.')),
    seats: z.int().min(1).max(9),
    bought: z.iso.date().optional(),
    crew: z.array(crew).max(3).default([]),
  })
  .meta({ id: 'BuyBoat', examples: [{ name: 'Gyda', seats: 4 }] });

export const BoatView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    seats: z.int(),
    state: z.enum(['ashore', 'afloat']),
    version: z.int(),
  })
  .meta({ id: 'Boat' });

export const BoatQuery = pageQuery({ state: z.enum(['ashore', 'afloat']).optional() });

export const toBoatView = ({ id, name, seats, state, version }: Boat): z.infer<typeof BoatView> => ({
  id,
  name,
  seats,
  state,
  version,
});
