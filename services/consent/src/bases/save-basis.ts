import { changeBasis, keepBasis } from '@helhed/access';
import { BasisChanged, BasisRecorded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { CoverageFacts, CoverPeriod } from '../cover/coverage.js';
import { BasisCover } from '../cover/basis-cover.js';
import { CoverDue } from '../cover/cover-due.js';
import { addDays } from '../cover/dates.js';
import { takesAway, takesAwayOn } from '../cover/takes-away.js';
import { tellAgainOn, toldOn } from '../cover/told-coverage.js';
import { currentEpoch } from '../epoch/current-epoch.js';
import { raiseEpoch } from '../epoch/raise-epoch.js';
import { BasisGiver } from './basis-giver.js';
import { Basis } from './basis.js';

/** A new basis: its rows, and its event, which takes nothing away. */
export async function saveNewBasis(tx: Tx, basis: Basis): Promise<void> {
  await tx.manager.insert(Basis, basis);
  if (basis.givers.length > 0) await tx.manager.insert(BasisGiver, [...basis.givers]);
  await saveCover(tx, basis);
  const told = basis.recorded(await currentEpoch(tx), tx.today);
  // here all is known that is to come: no notice is needed
  await keepBasis(tx, { ...told, coverage: [...basis.coverage] });
  tx.emit(BasisRecorded, told);
  await keepDue(tx, basis);
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
  const before = standing(basis);
  const toldBefore = { ...before, coverage: await toldLast(tx, basis) };
  const done = act(basis);
  const coversOthers = basis.cover(facts);
  if (done === false && !coversOthers) return false;
  basis.count(done !== false);
  await tx.manager.save(basis);
  if (basis.givers.length > 0) await tx.manager.save(BasisGiver, [...basis.givers]);
  if (coversOthers) await saveCover(tx, basis);
  const lost = takesAway(before, basis, tx.today) || takesAwayOn(tx.today, toldBefore, basis);
  await tell(tx, basis, done === 'raise' || lost);
  return true;
}

/** Tells what has come near since it was told last. Only where that day is gone by is anything taken away by it. */
export async function tellAgain(tx: Tx, basis: Basis): Promise<void> {
  const before = { ...standing(basis), coverage: await toldLast(tx, basis) };
  await tell(tx, basis, takesAwayOn(tx.today, before, basis));
}

const standing = ({ coverage, validFrom, validTo, ended }: Basis) => ({ coverage, validFrom, validTo, ended });

/** Whoever raises the epoch holds up all who do: what need not wait for the number is written before. */
async function tell(tx: Tx, basis: Basis, raised: boolean): Promise<void> {
  const coverage = [...basis.coverage];
  const before = await currentEpoch(tx);
  // one that an instance of the release before recorded is not among the facts yet
  await keepBasis(tx, { ...basis.recorded(before, tx.today), coverage });
  await keepDue(tx, basis);
  const epoch = raised ? await raiseEpoch(tx, basis.familyId, basis.taken) : before;
  const told = basis.changed(epoch, raised, tx.today);
  await changeBasis(tx, { ...told, coverage });
  tx.emit(BasisChanged, told);
}

/** What the others were told of its coverage: up to the day before more is due. */
async function toldLast(
  { manager, municipality, today }: Tx,
  { id, coverage }: Basis,
): Promise<readonly CoverPeriod[]> {
  const due = await manager.findOneBy(CoverDue, { municipality, basisId: id });
  return due && due.dueOn <= today ? toldOn(coverage, addDays(due.dueOn, -1)) : coverage;
}

async function keepDue({ manager, municipality, today }: Tx, { id, coverage, validTo, ended }: Basis): Promise<void> {
  await manager.delete(CoverDue, { municipality, basisId: id });
  const dueOn = ended === null ? tellAgainOn(coverage, today, validTo) : null;
  if (dueOn !== null) await manager.insert(CoverDue, { municipality, basisId: id, dueOn });
}

async function saveCover({ manager, municipality }: Tx, { id: basisId, coverage }: Basis): Promise<void> {
  await manager.delete(BasisCover, { municipality, basisId });
  await manager.insert(
    BasisCover,
    coverage.map((period) => ({ municipality, basisId, ...period })),
  );
}
