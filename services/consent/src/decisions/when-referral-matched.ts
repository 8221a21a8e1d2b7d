import { PersonsMatched, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';

@Controller()
export class WhenReferralMatched {
  /** Whom the referral is about: what it holds is shown only where every one of them is covered. */
  @On(PersonsMatched)
  async keep({ data }: CloudEvent<z.infer<typeof PersonsMatched.schema>>, { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO referral_persons (municipality, referral_id, persons) VALUES (helhed.tenant(), $1, $2)
       ON CONFLICT (municipality, referral_id) DO UPDATE SET persons = excluded.persons`,
      [data.referralId, data.members.map(({ personId }) => personId)],
    );
  }
}
