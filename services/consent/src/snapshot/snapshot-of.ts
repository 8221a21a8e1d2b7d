import { BasisChanged, BasisRecorded, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { loadBases } from '../bases/load-bases.js';
import { currentEpoch } from '../epoch/current-epoch.js';

/** What consent says of a family: its bases, what became of those that changed, and the epoch as it stands. */
export async function snapshotOf(tx: Tx, familyId: string): Promise<Told[]> {
  const bases = await loadBases(tx, { where: { familyId } });
  const epoch = await currentEpoch(tx);
  return bases.flatMap((basis) => {
    const recorded = tell(BasisRecorded, basis.recorded(epoch));
    return basis.version === 1 ? [recorded] : [recorded, tell(BasisChanged, basis.changed(epoch, false))];
  });
}
