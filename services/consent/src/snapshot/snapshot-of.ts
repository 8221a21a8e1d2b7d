import { AccessTakenAway, BasisChanged, BasisRecorded, tell, type Told } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { loadBases } from '../bases/load-bases.js';
import { currentEpoch } from '../epoch/current-epoch.js';
import { raisesOf } from '../epoch/raise-epoch.js';

/**
 * What consent says of a family: its bases, what became of those that changed with the epoch as it stands, and then what its
 * events raised: who missed one may count it as applied.
 */
export async function snapshotOf(tx: Tx, familyId: string): Promise<Told[]> {
  const bases = await loadBases(tx, { where: { familyId } });
  const epoch = await currentEpoch(tx);
  const raises = await raisesOf(tx, familyId);
  const told = bases.flatMap((basis) => {
    const recorded = tell(BasisRecorded, basis.recorded(epoch));
    return basis.version === 1 ? [recorded] : [recorded, tell(BasisChanged, basis.changed(epoch, false))];
  });
  const raised = raises.map((raise) =>
    tell(AccessTakenAway, { familyId, relation: null, custody: null, epoch: raise }),
  );
  return [...told, ...raised];
}
