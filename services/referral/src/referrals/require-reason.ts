import type { EndingStep } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { checkReason } from '@helhed/programmes';
import type { Catalogue } from '../programmes/catalogue.js';
import type { Referral } from './referral.js';
import { reasonNotListed } from './refusals.js';

/** @throws DomainError `reason-not-listed` unless the definition that the referral came in under lists the code for the step */
export async function requireReason(
  catalogue: Catalogue,
  tx: Tx,
  { programme, programmeVersion }: Referral,
  step: EndingStep,
  code: string,
): Promise<void> {
  const definition = await catalogue.getVersion(tx, programme, programmeVersion);
  const wrong = checkReason(definition, step, step === 'close' ? 'outcome' : 'reasonCode', code);
  if (wrong.length > 0) throw reasonNotListed(wrong);
}
