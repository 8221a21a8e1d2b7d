import type { Actor } from '@helhed/access';
import { ReferralWithdrawn } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { dropIdentities } from '../intake/drop-identities.js';
import { freePlace } from '../places/free-place.js';
import { lockQueueOf } from '../places/queue.js';
import { logChange } from '../waiting-list/log-change.js';
import { lockReferral } from './load-referral.js';
import { toSummary, type ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';
import type { Withdraw } from './triage.dto.js';

@Injectable()
export class WithdrawReferral {
  constructor(private readonly database: Database) {}

  /** The family's place, if it has one, goes to the next that waits; identities not yet matched are dropped. */
  async run({ municipality }: Actor, id: string, version: number, { reasonCode }: Withdraw): Promise<ReferralSummary> {
    return this.database.inTransaction(municipality, async (tx) => {
      await lockQueueOf(tx, id);
      const referral = await lockReferral(tx, id);
      requireVersion(referral, version);
      if (referral.state === 'waiting') await logChange(tx, referral, { change: 'left', reason: 'referral-withdrawn' });
      tx.emit(ReferralWithdrawn, referral.withdraw(tx.today, reasonCode));
      await saveStep(tx, referral, { command: 'withdraw', reasonCode });
      await dropIdentities(tx, id);
      await freePlace(tx, id);
      tx.log({ kind: 'command', act: 'referral.withdraw', subjects: [referral.familyId] });
      return toSummary(referral);
    });
  }
}
