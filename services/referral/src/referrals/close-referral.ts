import type { Actor } from '@helhed/access';
import { ReferralClosed } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { giveOpenPlaces } from '../places/assign-place.js';
import { lockQueueOf } from '../places/queue.js';
import { Catalogue } from '../programmes/catalogue.js';
import { ChangeReferral } from './change-referral.js';
import type { ReferralSummary } from './referrals.dto.js';
import { requireReason } from './require-reason.js';
import { saveStep } from './save-step.js';
import type { Close } from './triage.dto.js';

@Injectable()
export class CloseReferral {
  constructor(
    private readonly changing: ChangeReferral,
    private readonly catalogue: Catalogue,
  ) {}

  /** Its place stays its own; whoever must not sit with the family may have another place in the group now. */
  async run(actor: Actor, id: string, version: number, { outcome }: Close): Promise<ReferralSummary> {
    return this.changing.run(
      actor,
      acts.close,
      { id, version, first: (tx) => lockQueueOf(tx, id) },
      async (tx, referral) => {
        await requireReason(this.catalogue, tx, referral, 'close', outcome);
        tx.emit(ReferralClosed, referral.close(tx.today, outcome));
        await saveStep(tx, referral, { command: 'close', reasonCode: outcome });
        await giveOpenPlaces(tx, referral.programme);
      },
    );
  }
}
