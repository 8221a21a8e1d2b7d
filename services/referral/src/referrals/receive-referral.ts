import type { Actor } from '@helhed/access';
import { ReferralReceived, type ProgrammeDefinition } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId, type MunicipalityCode } from '@helhed/kernel';
import { checkFacts } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { checkIntake } from '../intake/check-intake.js';
import { mintIntake } from '../intake/mint-intake.js';
import { requireParentsPart } from '../intake/parents-part.js';
import { storeIntake } from '../intake/store-intake.js';
import { noteStep } from '../changes/note-step.js';
import { Catalogue } from '../programmes/catalogue.js';
import { contentHmac } from './content-hmac.js';
import { reasonPlace } from './load-referral.js';
import type { ReceiveReferral as Submission, Receipt } from './receive-referral.dto.js';
import { Referral } from './referral.js';
import { factsWrong, foreignUnit, mayNotRefer, programmeUnknown, referenceUsed } from './refusals.js';
import { toReceipt } from './referrals.dto.js';

@Injectable()
export class ReceiveReferral {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
  ) {}

  /** @returns the receipt, and whether the referral is new: the same submission twice is one referral */
  async run(actor: Actor, submission: Submission): Promise<{ receipt: Receipt; isNew: boolean }> {
    const { municipality } = actor;
    if (actor.unit !== submission.referringUnit) throw foreignUnit();
    let referral: Referral | undefined;
    const { id, isNew } = await this.database.createOnce(municipality, async (tx) => {
      const hmac = contentHmac(tx, submission);
      const [definition, earlier] = await Promise.all([
        this.catalogue.findInForce(tx, submission.programme, tx.today),
        findEarlier(tx, submission),
      ]);
      if (!definition) throw programmeUnknown();
      if (!definition.mayRefer.functions.includes(actor.function ?? '')) throw mayNotRefer(definition);
      if (earlier && !earlier.contentHmac.equals(hmac)) throw referenceUsed(earlier.id);
      if (!earlier) requireReferable(definition, submission, tx.today);
      referral = earlier ? await getReferral(tx, earlier.id) : await receive(tx, submission, definition, hmac);
      tx.log({ kind: 'command', act: 'referral.receive', subjects: [referral.familyId] });
      return { id: referral.id, isNew: earlier ? 'no' : 'yes' };
    });
    // under a repeated Idempotency-Key the work did not run, or ran in vain beside the same request: what is stored is read
    if (referral?.id !== id) referral = await this.#lookUp(municipality, id);
    return { receipt: toReceipt(referral), isNew: isNew === 'yes' };
  }

  #lookUp(municipality: MunicipalityCode, id: string): Promise<Referral> {
    return this.database.inTransaction(municipality, async (tx) => {
      const referral = await getReferral(tx, id);
      tx.log({ kind: 'look', act: 'referral.receive', subjects: [referral.familyId] });
      return referral;
    });
  }
}

interface Earlier {
  readonly id: string;
  readonly contentHmac: Buffer;
}

async function findEarlier(tx: Tx, { referringUnit, senderReference }: Submission): Promise<Earlier | undefined> {
  const [earlier] = await tx.query<Earlier>(
    `SELECT id, content_hmac AS "contentHmac" FROM referral
     WHERE municipality = helhed.tenant() AND referring_unit = $1 AND sender_reference = $2`,
    [referringUnit, senderReference],
  );
  return earlier;
}

const getReferral = ({ manager, municipality }: Tx, id: string): Promise<Referral> =>
  manager.findOneByOrFail(Referral, { municipality, id });

function requireReferable(definition: ProgrammeDefinition, submission: Submission, today: string): void {
  checkIntake(submission, today);
  const wrong = checkFacts(definition, submission.facts);
  if (wrong.length > 0) throw factsWrong(wrong);
  requireParentsPart(definition.mayRefer.parentsPart, submission);
}

async function receive(
  tx: Tx,
  submission: Submission,
  definition: ProgrammeDefinition,
  hmac: Buffer,
): Promise<Referral> {
  const { municipality, now, today, personalData } = tx;
  const id = newId();
  const intake = mintIntake(submission, today);
  const referral = Referral.receive({
    municipality,
    id,
    familyId: newId(),
    programme: definition.code,
    programmeVersion: definition.version,
    referringUnit: submission.referringUnit,
    senderReference: submission.senderReference,
    contentHmac: hmac,
    reason: personalData.encrypt(municipality, reasonPlace(id), submission.reason),
    facts: intake.facts,
    parentsPart: intake.parentsPart,
    persons: intake.persons.map(() => null),
    receivedOn: today,
    receivedAt: now,
  });
  // sent together: the connection pipelines them, so all cost one round trip
  await Promise.all([
    tx.manager.insert(Referral, referral),
    storeIntake(tx, referral, intake),
    noteStep(tx, referral, 'receive'),
  ]);
  tx.emit(ReferralReceived, referral.received());
  return referral;
}
