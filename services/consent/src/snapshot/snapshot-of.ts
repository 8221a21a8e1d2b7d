import {
  AccessTakenAway,
  BasisChanged,
  BasisRecorded,
  tell,
  UnitChanged,
  UnitMembersChanged,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { isId } from '@helhed/kernel';
import { loadBases } from '../bases/load-bases.js';
import { currentEpoch } from '../epoch/current-epoch.js';
import { raisesOf } from '../epoch/raise-epoch.js';
import { knownUnits } from '../units/tell-units.js';

/** What consent says of a family or a unit, whichever the key is. */
export const snapshotOf = (tx: Tx, orderKey: string): Promise<Told[]> =>
  isId(orderKey) ? ofFamily(tx, orderKey) : ofUnit(tx, orderKey);

/**
 * Its bases, what became of those that changed with the epoch as it stands, and then what its events raised: who missed one
 * may count it as applied.
 */
async function ofFamily(tx: Tx, familyId: string): Promise<Told[]> {
  const bases = await loadBases(tx, { where: { familyId } });
  const epoch = await currentEpoch(tx);
  const raises = await raisesOf(tx, familyId);
  const told = bases.flatMap((basis) => {
    const recorded = tell(BasisRecorded, basis.recorded(epoch, tx.today));
    // where it covers others from some day on, more may have been told since it was recorded
    const stands = basis.version === 1 && basis.coverage.every(({ to }) => to === null);
    return stands ? [recorded] : [recorded, tell(BasisChanged, basis.changed(epoch, false, tx.today))];
  });
  const raised = raises.map((raise) =>
    tell(AccessTakenAway, { familyId, relation: null, custody: null, epoch: raise }),
  );
  return [...told, ...raised];
}

/** The unit as it stands, and who holds a function in it and which; the second is told of a code that is no unit's too. */
async function ofUnit(tx: Tx, code: string): Promise<Told[]> {
  const { units, holders, functions } = await knownUnits(tx);
  const unit = units.find((each) => each.unit === code);
  const [members, held] = [holders, functions].map((all) => [...(all.get(code) ?? [])].toSorted()) as [
    string[],
    string[],
  ];
  return [
    ...(unit ? [tell(UnitChanged, unit)] : []),
    tell(UnitMembersChanged, { unit: code, members, functions: held }),
  ];
}
