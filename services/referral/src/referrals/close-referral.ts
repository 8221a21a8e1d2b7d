import type { Actor } from '@helhed/access';
import { ReferralClosed } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { lockReferral } from './load-referral.js';
import { toSummary, type ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';
import type { Close } from './triage.dto.js';

@Injectable()
export class CloseReferral {
  constructor(private readonly database: Database) {}

  async run({ municipality }: Actor, id: string, version: number, { outcome }: Close): Promise<ReferralSummary> {
    return this.database.inTransaction(municipality, async (tx) => {
      const referral = await lockReferral(tx, id);
      requireVersion(referral, version);
      tx.emit(ReferralClosed, referral.close(tx.today, outcome));
      await saveStep(tx, referral, { command: 'close', reasonCode: outcome });
      tx.log({ kind: 'command', act: 'referral.close', subjects: [referral.familyId] });
      return toSummary(referral);
    });
  }
}
