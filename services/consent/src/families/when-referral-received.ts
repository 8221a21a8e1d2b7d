import { ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { FamilyProgramme } from './family-programme.js';

@Controller()
export class WhenReferralReceived {
  @On(ReferralReceived)
  async keep(
    { data: { familyId, programme } }: CloudEvent<z.infer<typeof ReferralReceived.schema>>,
    { tx }: EventContext,
  ): Promise<void> {
    const row = { municipality: tx.municipality, familyId, programme };
    await tx.manager.createQueryBuilder().insert().into(FamilyProgramme).values(row).orIgnore().execute();
  }
}
