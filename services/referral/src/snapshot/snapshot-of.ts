import { ProgrammePublished, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { isId } from '@helhed/kernel';
import { Programme } from '../programmes/programme.js';
import { Referral } from '../referrals/referral.js';
import { findSteps, tellStep } from './tell-steps.js';

/** What referral says of a family (its referrals, by their history) or of a programme (its versions). */
export async function snapshotOf(tx: Tx, orderKey: string): Promise<Told[]> {
  const { manager, municipality } = tx;
  if (!isId(orderKey)) {
    const versions = await manager.find(Programme, {
      where: { municipality, code: orderKey },
      order: { version: 'ASC' },
    });
    return versions.map((version) => tell(ProgrammePublished, version.published()));
  }
  const referrals = await manager.find(Referral, { where: { municipality, familyId: orderKey }, order: { id: 'ASC' } });
  const told = await Promise.all(
    referrals.map(async (referral) => (await findSteps(tx, referral)).flatMap((step) => tellStep(referral, step))),
  );
  return told.flat();
}
