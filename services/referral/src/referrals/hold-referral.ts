import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { lockReferral } from './load-referral.js';
import { toSummary, type ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';
import type { Hold } from './triage.dto.js';

@Injectable()
export class HoldReferral {
  constructor(private readonly database: Database) {}

  async run(
    { municipality }: Actor,
    id: string,
    version: number,
    { reason, awaiting }: Hold,
  ): Promise<ReferralSummary> {
    return this.database.inTransaction(municipality, async (tx) => {
      const referral = await lockReferral(tx, id);
      requireVersion(referral, version);
      referral.hold(tx.today, awaiting);
      await saveStep(tx, referral, { command: 'hold', reason });
      tx.log({ kind: 'command', act: 'referral.hold', subjects: [referral.familyId] });
      return toSummary(referral);
    });
  }
}
