import { Looks, type Actor } from '@helhed/access';
import { isDerivedFact } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { checkFacts } from '@helhed/programmes';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { Catalogue } from '../programmes/catalogue.js';
import { isStateRule } from './change-referral.js';
import { reasonPlace } from './load-referral.js';
import { reachReferral } from './reach-referral.js';
import type { AmendReferral as Amendment, Receipt } from './receive-referral.dto.js';
import type { Referral } from './referral.js';
import { toReceipt } from './referrals.dto.js';
import { factsWrong, referralFixed } from './refusals.js';
import { saveStep } from './save-step.js';

/**
 * A new version of what the sender wrote, until triage has decided. Who the family is stays: its persons are known to
 * family-plan by then.
 */
@Injectable()
export class AmendReferral {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly looks: Looks,
  ) {}

  /** @param version of what the sender wrote, as the receipt has it: the steps of triage do not count */
  async run(actor: Actor, id: string, version: number, amendment: Amendment): Promise<Receipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { referral } = await reachReferral(await this.looks.within(tx, actor, acts.amend), id);
      requireVersion({ version: referral.sentVersion }, version);
      try {
        await this.#amend(tx, referral, amendment);
      } catch (error) {
        throw isStateRule(error) ? referralFixed() : error;
      }
      await saveStep(tx, referral, { command: 'amend' });
      return toReceipt(referral);
    });
  }

  async #amend(tx: Tx, referral: Referral, { reason, facts }: Amendment): Promise<void> {
    const definition = await this.catalogue.getVersion(tx, referral.programme, referral.programmeVersion);
    const wrong = facts ? checkFacts(definition, facts) : [];
    if (wrong.length > 0) throw factsWrong(wrong);
    const derived = Object.entries(referral.facts).filter(([code]) => isDerivedFact(code));
    const encrypt = (text: string) => tx.personalData.encrypt(tx.municipality, reasonPlace(referral.id), text);
    referral.amend(tx.today, {
      reason: reason === undefined ? undefined : encrypt(reason),
      facts: facts && { ...facts, ...Object.fromEntries(derived) },
    });
  }
}
