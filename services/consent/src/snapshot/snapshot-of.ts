import { BasisRecorded, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { Basis } from '../bases/basis.js';
import { currentEpoch } from '../epoch/current-epoch.js';

/** What consent says of a family: its bases, with the epoch as it stands. */
export async function snapshotOf(tx: Tx, familyId: string): Promise<Told[]> {
  const { manager, municipality } = tx;
  const bases = await manager.find(Basis, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const epoch = await currentEpoch(tx);
  return bases.map((basis) => tell(BasisRecorded, basis.recorded(epoch)));
}
