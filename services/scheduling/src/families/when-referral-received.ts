import { ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';

@Controller()
export class WhenReferralReceived {
  /** Whoever leads the programme reaches the family from here on, before it has a seat. */
  @On(ReferralReceived)
  async keep({ data }: CloudEvent<z.infer<typeof ReferralReceived.schema>>, { tx }: EventContext): Promise<void> {
    const { referralId, familyId, programme } = data;
    await tx.query(
      `INSERT INTO referred_family (municipality, referral_id, family_id, programme) VALUES (helhed.tenant(), $1, $2, $3)
       ON CONFLICT (municipality, referral_id) DO UPDATE SET programme = excluded.programme`,
      [referralId, familyId, programme],
    );
    tx.log({ kind: 'command', act: 'family.note', subjects: [familyId] });
  }
}
