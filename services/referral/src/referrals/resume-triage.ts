import type { Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ChangeReferral } from './change-referral.js';
import type { ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';

@Injectable()
export class ResumeTriage {
  constructor(private readonly changing: ChangeReferral) {}

  async run(actor: Actor, id: string, version: number): Promise<ReferralSummary> {
    return this.changing.run(actor, acts.resume, { id, version }, async (tx, referral) => {
      referral.resume(tx.today);
      await saveStep(tx, referral, { command: 'resume' });
    });
  }
}
