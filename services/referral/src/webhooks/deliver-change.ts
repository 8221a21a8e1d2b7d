import { consentUnavailable, followAnswer, type Answer, Looks, type Look } from '@helhed/access';
import { Database } from '@helhed/database';
import { DomainError, monotonicMs, type MunicipalityCode } from '@helhed/kernel';
import { continueTrace, requestContext } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { lookAtReferral } from '../referrals/reach-referral.js';
import { claimDelivery, type Claim } from './claim-delivery.js';
import { Networks } from './networks.js';
import { NoTurn } from './names.js';
import { postMessage } from './post-message.js';
import { settleDelivery, type Outcome } from './settle-delivery.js';
import { signed } from './sign.js';

/** One attempt: claimed, decided and logged as a look of its own, sent, settled. */
@Injectable()
export class DeliverChange {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly networks: Networks,
  ) {}

  async run(municipality: MunicipalityCode, id: string): Promise<void> {
    await continueTrace(undefined, 'deliver a change', async () => {
      const claim = await this.database.inTransaction(municipality, (tx) => claimDelivery(tx, id));
      if (!claim) return;
      const outcome = await this.#attempt(claim);
      await this.database.inTransaction(municipality, (tx) => settleDelivery(tx, claim, outcome));
    });
  }

  /**
   * It is under way from before it is decided until its last byte is handed over, as an answer of a route is: a withdrawal
   * waits for it, and not for the receiver. What it rests on is asked once more right before the first byte.
   */
  async #attempt(claim: Claim): Promise<Outcome> {
    const context = requestContext.getStore();
    if (!context) throw new Error('an attempt needs a context of its own');
    const { kind, issuer, sub, azp, unit, function: name } = claim.actor;
    context.actor = { kind, issuer, sub, azp, ...(unit && { unit }), ...(name && { function: name }) };
    const answer = followAnswer(context);
    try {
      const decided = await this.#decide(claim);
      return decided === 'told' ? await this.#send(claim, answer) : decided;
    } finally {
      answer.sent();
    }
  }

  async #decide({ actor, thing }: Claim): Promise<Extract<Outcome, 'told' | 'withheld' | 'undecided'>> {
    try {
      return (await this.looks.at(actor, acts.deliver, (look) => mayTell(look, thing))) ? 'told' : 'withheld';
    } catch (error) {
      return error instanceof DomainError && error.kind === 'not-found' ? 'withheld' : 'undecided';
    }
  }

  async #send({ url, secret, id, thing, type, until }: Claim, answer: Answer): Promise<Outcome> {
    const body = JSON.stringify({ type, data: { id: thing } });
    const timestamp = Math.floor(Date.now() / 1_000);
    const headers = { 'content-type': 'application/json', ...signed(secret, { id, timestamp, body }) };
    try {
      const status = await postMessage({ url, headers, body }, this.networks, {
        mayBegin: () => {
          if (monotonicMs() > until) throw consentUnavailable();
          answer.requireHeld();
        },
        handedOver: () => answer.sent(),
      });
      if (status === 410) return 'gone';
      return status >= 200 && status < 300 ? 'told' : 'failed';
    } catch (error) {
      // of the lease, of the claim, or of the turn to ask for its name: nothing was sent
      return error instanceof DomainError || error instanceof NoTurn ? 'undecided' : 'failed';
    }
  }
}

async function mayTell(look: Look, referralId: string): Promise<boolean> {
  const { decision } = await lookAtReferral(look, referralId);
  return decision.shows('referral.outcome');
}
