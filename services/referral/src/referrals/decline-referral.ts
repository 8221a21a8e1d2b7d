import type { Actor } from '@helhed/access';
import { ReferralDeclined } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { Catalogue } from '../programmes/catalogue.js';
import { ChangeReferral } from './change-referral.js';
import type { ReferralSummary } from './referrals.dto.js';
import { requireReason } from './require-reason.js';
import { saveStep } from './save-step.js';
import type { Decline } from './triage.dto.js';

@Injectable()
export class DeclineReferral {
  constructor(
    private readonly changing: ChangeReferral,
    private readonly catalogue: Catalogue,
  ) {}

  async run(actor: Actor, id: string, version: number, { reasonCode, reason }: Decline): Promise<ReferralSummary> {
    return this.changing.run(actor, acts.decline, { id, version }, async (tx, referral) => {
      await requireReason(this.catalogue, tx, referral, 'decline', reasonCode);
      tx.emit(ReferralDeclined, referral.decline(tx.today, reasonCode));
      await saveStep(tx, referral, { command: 'decline', reasonCode, reason });
    });
  }
}
