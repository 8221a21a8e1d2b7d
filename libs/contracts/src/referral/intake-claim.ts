import { z } from 'zod';
import { date, id, memberRole } from '../fields.js';

/**
 * What the referral service answers to family-plan's claim check after `referral.received`: the persons as the sender
 * gave them, under the ids that the referral minted. A household's `ref` is what members name it by; `custody` names the
 * members who hold custody of a child.
 */
export const intakeClaim = z
  .strictObject({
    referralId: id,
    familyId: id,
    version: z.number().int().positive(),
    households: z.array(z.strictObject({ ref: id, address: z.string().optional() })).min(1),
    members: z
      .array(
        z.strictObject({
          id,
          role: memberRole,
          name: z.string(),
          cpr: z.string().optional(),
          birthDate: date.optional(),
          households: z.array(id).min(1),
          custody: z.array(id).optional(),
        }),
      )
      .min(1),
  })
  .meta({ id: 'IntakeClaim' });
export type IntakeClaim = z.infer<typeof intakeClaim>;
