import { Looks, type Act, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { reachReferral } from './reach-referral.js';
import type { Referral } from './referral.js';
import { toSummary, type ReferralSummary } from './referrals.dto.js';
import { referralFixed } from './refusals.js';

interface Change {
  readonly id: string;
  /** That the client read last */
  readonly version: number;
  /** What must be locked before the referral */
  readonly first?: (tx: Tx) => Promise<void>;
}

/** What the commands of triage have in common: the referral is reached, changed, and shown as the decision says. */
@Injectable()
export class ChangeReferral {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  async run(
    actor: Actor,
    act: Act,
    { id, version, first }: Change,
    change: (tx: Tx, referral: Referral) => Promise<void>,
  ): Promise<ReferralSummary> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      await first?.(tx);
      const look = await this.looks.within(tx, actor, act);
      const { referral, decision } = await reachReferral(look, id);
      requireVersion(referral, version);
      try {
        await change(tx, referral);
      } catch (error) {
        if (!isStateRule(error)) throw error;
        if (!decision.shows('referral.outcome')) throw referralFixed();
        tx.keepLooks();
        throw error;
      }
      return toSummary(referral, decision);
    });
  }
}

/** A refusal that says which state the referral is in: for those only to whom the outcome is shown (A-REF-13). */
export const isStateRule = (error: unknown): boolean =>
  error instanceof DomainError && error.problem === 'transition-refused';
