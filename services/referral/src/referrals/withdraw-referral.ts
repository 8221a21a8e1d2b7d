import type { Actor } from '@helhed/access';
import { ReferralWithdrawn } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { dropIdentities } from '../intake/drop-identities.js';
import { freePlace } from '../places/free-place.js';
import { lockQueueOf } from '../places/queue.js';
import { Catalogue } from '../programmes/catalogue.js';
import { logChange } from '../waiting-list/log-change.js';
import { ChangeReferral } from './change-referral.js';
import type { ReferralSummary } from './referrals.dto.js';
import { requireReason } from './require-reason.js';
import { saveStep } from './save-step.js';
import type { Withdraw } from './triage.dto.js';

@Injectable()
export class WithdrawReferral {
  constructor(
    private readonly changing: ChangeReferral,
    private readonly catalogue: Catalogue,
  ) {}

  /** The family's place, if it has one, goes to the next that waits; identities not yet matched are dropped. */
  async run(actor: Actor, id: string, version: number, { reasonCode }: Withdraw): Promise<ReferralSummary> {
    return this.changing.run(
      actor,
      acts.withdraw,
      { id, version, first: (tx) => lockQueueOf(tx, id) },
      async (tx, referral) => {
        await requireReason(this.catalogue, tx, referral, 'withdraw', reasonCode);
        if (referral.state === 'waiting')
          await logChange(tx, referral, { change: 'left', reason: 'referral-withdrawn' });
        tx.emit(ReferralWithdrawn, referral.withdraw(tx.today, reasonCode));
        await saveStep(tx, referral, { command: 'withdraw', reasonCode });
        await dropIdentities(tx, id);
        await freePlace(tx, referral);
      },
    );
  }
}
