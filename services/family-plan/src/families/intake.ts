import { id, memberRole } from '@helhed/contracts';
import { Cpr } from '@helhed/kernel';
import { parsed } from '@helhed/web';
import { z } from 'zod';

/** What this service reads of a referral's intake; the referral service drops the identities once they are matched. */
export const intake = z.object({
  households: z.array(z.object({ ref: z.string(), address: z.string().optional() })).min(1),
  members: z
    .array(
      z.object({
        id: id.describe('The id that the referral service gave the person.'),
        role: memberRole,
        name: z.string(),
        cpr: parsed((text) => Cpr.parse(text)).optional(),
        birthDate: z.iso.date().optional(),
        households: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});
export type Intake = z.output<typeof intake>;
