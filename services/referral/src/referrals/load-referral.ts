import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Referral } from './referral.js';

export const referralNotFound = () => notFound({ da: 'Indstillingen', en: 'The referral' });

/** Where the sender's reason belongs; a ciphertext moved elsewhere does not open. */
export const reasonPlace = (id: string): string => `referral.reason:${id}`;

/** The referral, locked: two commands on it take turns. @throws DomainError `not-found` */
export async function lockReferral({ manager, municipality }: Tx, id: string): Promise<Referral> {
  const referral = await manager.findOne(Referral, {
    where: { municipality, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!referral) throw referralNotFound();
  return referral;
}
