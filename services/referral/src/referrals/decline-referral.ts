import type { Actor } from '@helhed/access';
import { ReferralDeclined } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { lockReferral } from './load-referral.js';
import { toSummary, type ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';
import type { Decline } from './triage.dto.js';

@Injectable()
export class DeclineReferral {
  constructor(private readonly database: Database) {}

  async run(
    { municipality }: Actor,
    id: string,
    version: number,
    { reasonCode, reason }: Decline,
  ): Promise<ReferralSummary> {
    return this.database.inTransaction(municipality, async (tx) => {
      const referral = await lockReferral(tx, id);
      requireVersion(referral, version);
      tx.emit(ReferralDeclined, referral.decline(tx.today, reasonCode));
      await saveStep(tx, referral, { command: 'decline', reasonCode, reason });
      tx.log({ kind: 'command', act: 'referral.decline', subjects: [referral.familyId] });
      return toSummary(referral);
    });
  }
}
