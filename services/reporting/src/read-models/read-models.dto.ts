import { instant } from '@helhed/contracts';
import { z } from 'zod';

const municipality = z.string().regex(/^\d{4}$/);

export const Rebuild = z
  .strictObject({ municipality })
  .meta({ id: 'RebuildReadModels', examples: [{ municipality: '0450' }] });
export type Rebuild = z.infer<typeof Rebuild>;

export const RebuildView = z
  .strictObject({
    municipality,
    generation: z.int().positive().describe('The generation of the read models that this rebuild makes.'),
    state: z
      .enum(['building', 'sweeping', 'done'])
      .describe(
        '`building`: figures are counted from the old rows; then from the new ones, and the old are swept away.',
      ),
    factsRead: z.int().nonnegative(),
    factsTotal: z.int().nonnegative().describe('Facts when the rebuild began; those that come meanwhile are read too.'),
    startedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Rebuild' });
export type RebuildView = z.infer<typeof RebuildView>;

export const rebuildExample: RebuildView = {
  municipality: '0450',
  generation: 1,
  state: 'building',
  factsRead: 5000,
  factsTotal: 812_430,
  startedAt: '2026-11-21T22:00:00.000Z',
  finishedAt: null,
};
