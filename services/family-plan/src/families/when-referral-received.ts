import { ClaimCheck } from '@helhed/access';
import { intakeClaim, ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { Family } from './family.js';
import { receiveFamily } from './receive-family.js';

type Received = CloudEvent<z.infer<typeof ReferralReceived.schema>>;

@Controller()
export class WhenReferralReceived {
  constructor(private readonly claims: ClaimCheck) {}

  @On(ReferralReceived)
  async receive(event: Received, { tx }: EventContext): Promise<void> {
    const { referralId, familyId, referringUnit } = event.data;
    // a source restored from a backup sends what it sent before under new numbers; by then the intake is gone
    if (await tx.manager.existsBy(Family, { municipality: tx.municipality, id: familyId })) return;
    const found = await this.claims.find(event, (body) => intakeClaim.parse(body));
    if (found) await receiveFamily(tx, { ...found, referralId, familyId, referringUnit });
  }
}
