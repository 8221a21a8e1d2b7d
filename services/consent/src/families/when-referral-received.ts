import { ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { FamilyReferral } from './family-referral.js';

type Received = CloudEvent<z.infer<typeof ReferralReceived.schema>>;

@Controller()
export class WhenReferralReceived {
  @On(ReferralReceived)
  async keep({ data }: Received, { tx }: EventContext): Promise<void> {
    const { referralId, familyId, programme, programmeVersion, referringUnit } = data;
    const { municipality } = tx;
    const referral = { municipality, referralId, familyId, programme, programmeVersion, referringUnit };
    await tx.manager.createQueryBuilder().insert().into(FamilyReferral).values(referral).orIgnore().execute();
  }
}
