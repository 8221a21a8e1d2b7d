import type { Tx } from '@helhed/database';
import type { Referral } from '../referrals/referral.js';
import { stepSql, stepValues } from '../referrals/save-step.js';
import type { MintedIntake } from './mint-intake.js';

/** Where an intake's document belongs; a ciphertext moved elsewhere does not open. */
export const documentPlace = (referralId: string): string => `intake.document:${referralId}`;

/** The persons, encrypted until family-plan knows them, and the first line of the referral's history. */
export async function storeIntake(tx: Tx, referral: Referral, { document, persons }: MintedIntake): Promise<void> {
  const { municipality, personalData } = tx;
  const encrypted = personalData.encrypt(municipality, documentPlace(referral.id), JSON.stringify(document));
  const step = stepValues(tx, referral, { command: 'receive' });
  await tx.query(
    `WITH intake AS (
       INSERT INTO intake (municipality, referral_id, members, document)
       VALUES (helhed.tenant(), $1, $${step.length + 1}, $${step.length + 2}))
     ${stepSql}`,
    [...step, JSON.stringify(persons), encrypted],
  );
}
