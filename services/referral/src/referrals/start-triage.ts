import type { Actor } from '@helhed/access';
import { TriageStarted } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ChangeReferral } from './change-referral.js';
import type { ReferralSummary } from './referrals.dto.js';
import { saveStep } from './save-step.js';

@Injectable()
export class StartTriage {
  constructor(private readonly changing: ChangeReferral) {}

  async run(actor: Actor, id: string, version: number): Promise<ReferralSummary> {
    return this.changing.run(actor, acts.startTriage, { id, version }, async (tx, referral) => {
      tx.emit(TriageStarted, referral.startTriage(tx.today, actor.unit as string));
      await saveStep(tx, referral, { command: 'start-triage' });
    });
  }
}
