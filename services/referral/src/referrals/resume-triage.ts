import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { lockReferral } from './load-referral.js';
import { toSummary, type ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';

@Injectable()
export class ResumeTriage {
  constructor(private readonly database: Database) {}

  async run({ municipality }: Actor, id: string, version: number): Promise<ReferralSummary> {
    return this.database.inTransaction(municipality, async (tx) => {
      const referral = await lockReferral(tx, id);
      requireVersion(referral, version);
      referral.resume(tx.today);
      await saveStep(tx, referral, { command: 'resume' });
      tx.log({ kind: 'command', act: 'referral.resume', subjects: [referral.familyId] });
      return toSummary(referral);
    });
  }
}
