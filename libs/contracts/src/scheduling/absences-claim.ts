import { z } from 'zod';
import { code, id } from '../fields.js';

/**
 * What scheduling answers to reporting's claim check after `scheduling.attendance-recorded`: for which reasons persons were
 * away from a session, summed over its families. Counts: neither a person nor a family.
 */
export const absencesClaim = z
  .strictObject({
    sessionId: id,
    reasons: z.array(z.strictObject({ code, persons: z.int().positive() })),
  })
  .meta({ id: 'AbsencesClaim' });
export type AbsencesClaim = z.infer<typeof absencesClaim>;
