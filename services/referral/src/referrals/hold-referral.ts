import type { Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ChangeReferral } from './change-referral.js';
import type { ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';
import type { Hold } from './triage.dto.js';

@Injectable()
export class HoldReferral {
  constructor(private readonly changing: ChangeReferral) {}

  async run(actor: Actor, id: string, version: number, { reason, awaiting }: Hold): Promise<ReferralSummary> {
    return this.changing.run(actor, acts.hold, { id, version }, async (tx, referral) => {
      referral.hold(tx.today, awaiting);
      await saveStep(tx, referral, { command: 'hold', reason });
    });
  }
}
