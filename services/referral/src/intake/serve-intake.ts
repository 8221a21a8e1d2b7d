import type { Actor } from '@helhed/access';
import type { IntakeClaim } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { referralNotFound } from '../referrals/load-referral.js';
import type { MintedIntake } from './mint-intake.js';
import { documentPlace } from './store-intake.js';

interface Row {
  readonly familyId: string;
  readonly version: number;
  readonly document: Buffer | null;
}

@Injectable()
export class ServeIntake {
  constructor(private readonly database: Database) {}

  /**
   * The claim check of `referral.received`. Who the persons are is the same in every version of the referral.
   * @param wanted the version that the event names
   * @throws DomainError `gone` once the identities were dropped; `not-found` where the version is not reached
   */
  async run({ municipality }: Actor, referralId: string, wanted = 1): Promise<IntakeClaim> {
    return this.database.inTransaction(municipality, async (tx) => {
      const [row] = await tx.query<Row>(
        `SELECT r.family_id AS "familyId", r.version, i.document FROM referral r
         JOIN intake i ON i.municipality = r.municipality AND i.referral_id = r.id
         WHERE r.municipality = helhed.tenant() AND r.id = $1`,
        [referralId],
      );
      if (!row || row.version < wanted) throw referralNotFound();
      const { familyId, version, document } = row;
      if (!document) throw dropped();
      const text = tx.personalData.decrypt(municipality, documentPlace(referralId), document);
      const { households, members } = JSON.parse(text) as MintedIntake['document'];
      tx.log({ kind: 'look', act: 'intake.claim', subjects: [familyId, ...members.map(({ id }) => id)] });
      return { referralId, familyId, version, households, members };
    });
  }
}

const dropped = (): DomainError =>
  new DomainError('gone', 'identities-dropped', {
    da: 'Personerne er kendt i familieplanen eller indstillingen er trukket tilbage; her er de slettet.',
    en: 'The persons are known to family-plan, or the referral was withdrawn; here they are erased.',
  });
