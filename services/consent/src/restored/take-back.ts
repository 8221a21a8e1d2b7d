import { AccessTakenAway } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { continueTrace } from '@helhed/telemetry';
import { Injectable } from '@nestjs/common';
import { loadBases } from '../bases/load-bases.js';
import { changeAndTell } from '../bases/save-basis.js';
import { loadFacts } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { anyFamily } from './any-family.js';
import { liftEpoch, mayRaise, raiseEpoch } from '../epoch/raise-epoch.js';
import type { FoundBasis } from './taken.js';

/** What somebody outside the register knows to be taken away. */
export interface Found {
  readonly epoch: number;
  readonly family: string;
  /** Null where it is family-plan that tells of it */
  readonly basis: FoundBasis | null;
}

export interface TakenBack {
  /** Of these bases something still stood */
  readonly takenBack: number;
  /** Bases recorded after the backup: the register does not know them, and what it tells of the family ends them */
  readonly unknown: number;
}

@Injectable()
export class TakeBack {
  constructor(private readonly database: Database) {}

  /**
   * Takes away again what was found, and lifts the epoch to the highest that was named. Each number is one of the family
   * it was found with, so that whoever counts it has heard what the register says of that family now. What is found again
   * changes nothing.
   */
  async run(municipality: MunicipalityCode, found: readonly Found[], named: number): Promise<TakenBack> {
    const inOne = (work: (tx: Tx) => Promise<TakenBack>) =>
      continueTrace(undefined, 'take back', () =>
        this.database.inTransaction(municipality, async (tx) => {
          mayRaise(tx);
          return work(tx);
        }),
      );
    return inOne(async (tx) => {
      await holdFacts(tx);
      await lift(tx, found, named);
      const bases = new Map(found.flatMap(({ basis, family }) => (basis ? [[basis.basis, { basis, family }]] : [])));
      let [takenBack, unknown] = [0, 0];
      for (const { basis, family } of bases.values()) {
        const done = await takeBack(tx, basis);
        if (done === undefined) {
          unknown++;
          await tellUnknown(tx, family);
        } else if (done) takenBack++;
      }
      return { takenBack, unknown };
    });
  }
}

/** Each number is told as an event of its family too: a key that the register has lost is there again. */
async function lift(tx: Tx, found: readonly Found[], named: number): Promise<void> {
  const families = new Map(found.map(({ epoch, family }) => [epoch, family]));
  const other = found[0]?.family ?? (await anyFamily(tx));
  const to = Math.max(named, ...families.keys());
  for (const { epoch, familyId } of await liftEpoch(tx, to, (each) => families.get(each) ?? other))
    tx.emit(AccessTakenAway, { familyId, relation: null, custody: null, epoch });
}

/** @returns undefined where the register does not know the basis */
async function takeBack(tx: Tx, taken: FoundBasis): Promise<boolean | undefined> {
  const [basis] = await loadBases(tx, { where: { id: taken.basis }, lock: true });
  if (!basis) return undefined;
  return changeAndTell(tx, basis, await loadFacts(tx, basis), (each) => each.takeBack(taken, tx.now) && 'raise');
}

/** A lease demands this number, and whoever has counted it has dropped what the register does not say of the family. */
async function tellUnknown(tx: Tx, familyId: string): Promise<void> {
  const epoch = await raiseEpoch(tx, familyId, null);
  tx.emit(AccessTakenAway, { familyId, relation: null, custody: null, epoch });
}
