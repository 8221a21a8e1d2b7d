import type { Actor } from '@helhed/access';
import { isDerivedFact } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { checkFacts } from '@helhed/programmes';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../programmes/catalogue.js';
import { lockReferral, reasonPlace, referralNotFound } from './load-referral.js';
import type { AmendReferral as Amendment, Receipt } from './receive-referral.dto.js';
import { toReceipt } from './referrals.dto.js';
import { factsWrong, mayNotRefer } from './refusals.js';
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
  ) {}

  async run(actor: Actor, id: string, version: number, { reason, facts }: Amendment): Promise<Receipt> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const referral = await lockReferral(tx, id);
      if (referral.referringUnit !== actor.unit) throw referralNotFound();
      const definition = await this.catalogue.getVersion(tx, referral.programme, referral.programmeVersion);
      if (!definition.mayRefer.functions.includes(actor.function ?? '')) throw mayNotRefer(definition);
      requireVersion(referral, version);
      const wrong = facts ? checkFacts(definition, facts) : [];
      if (wrong.length > 0) throw factsWrong(wrong);
      const derived = Object.entries(referral.facts).filter(([code]) => isDerivedFact(code));
      referral.amend(tx.today, {
        reason: reason === undefined ? undefined : tx.personalData.encrypt(municipality, reasonPlace(id), reason),
        facts: facts && { ...facts, ...Object.fromEntries(derived) },
      });
      await saveStep(tx, referral, { command: 'amend' });
      tx.log({ kind: 'command', act: 'referral.amend', subjects: [referral.familyId] });
      return toReceipt(referral);
    });
  }
}
