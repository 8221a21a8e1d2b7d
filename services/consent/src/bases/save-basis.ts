import { changeBasis, keepBasis } from '@helhed/access';
import { BasisChanged, BasisRecorded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { CoverageFacts } from '../cover/coverage.js';
import { BasisCover } from '../cover/basis-cover.js';
import { takesAway } from '../cover/takes-away.js';
import { currentEpoch } from '../epoch/current-epoch.js';
import { raiseEpoch } from '../epoch/raise-epoch.js';
import { BasisGiver } from './basis-giver.js';
import { Basis } from './basis.js';

/** A new basis: its rows, and its event, which takes nothing away. */
export async function saveNewBasis(tx: Tx, basis: Basis): Promise<void> {
  await tx.manager.insert(Basis, basis);
  if (basis.givers.length > 0) await tx.manager.insert(BasisGiver, [...basis.givers]);
  await saveCover(tx, basis);
  const told = basis.recorded(await currentEpoch(tx));
  await keepBasis(tx, told);
  tx.emit(BasisRecorded, told);
}

/**
 * A basis after a change of it, or of what it depends on. Where somebody who was covered is not any more, the epoch is
 * raised, by this event alone; and on a withdrawal always.
 */
export async function changeAndTell(
  tx: Tx,
  basis: Basis,
  facts: CoverageFacts,
  act: (basis: Basis) => boolean | 'raise',
): Promise<boolean> {
  const { coverage, validFrom, validTo, ended } = basis;
  const before = { coverage, validFrom, validTo, ended };
  const done = act(basis);
  const coversOthers = basis.cover(facts);
  if (done === false && !coversOthers) return false;
  basis.count();
  await tx.manager.save(basis);
  if (basis.givers.length > 0) await tx.manager.save(BasisGiver, [...basis.givers]);
  if (coversOthers) await saveCover(tx, basis);
  const raised = done === 'raise' || takesAway(before, basis, tx.today);
  const told = basis.changed(raised ? await raiseEpoch(tx, basis.familyId, basis.taken) : await currentEpoch(tx), raised);
  // one that an instance of the release before recorded is not among the facts yet
  await keepBasis(tx, basis.recorded(told.epoch));
  await changeBasis(tx, told);
  tx.emit(BasisChanged, told);
  return true;
}

async function saveCover({ manager, municipality }: Tx, { id: basisId, coverage }: Basis): Promise<void> {
  await manager.delete(BasisCover, { municipality, basisId });
  await manager.insert(
    BasisCover,
    coverage.map((period) => ({ municipality, basisId, ...period })),
  );
}
