import type { Actor } from '@helhed/access';
import { TriageStarted } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { lockReferral } from './load-referral.js';
import { toSummary, type ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';

@Injectable()
export class StartTriage {
  constructor(private readonly database: Database) {}

  async run({ municipality, unit = '' }: Actor, id: string, version: number): Promise<ReferralSummary> {
    return this.database.inTransaction(municipality, async (tx) => {
      const referral = await lockReferral(tx, id);
      requireVersion(referral, version);
      tx.emit(TriageStarted, referral.startTriage(tx.today, unit));
      await saveStep(tx, referral, { command: 'start-triage' });
      tx.log({ kind: 'command', act: 'referral.start-triage', subjects: [referral.familyId] });
      return toSummary(referral);
    });
  }
}
