import { CustodyEnded, CustodyRecorded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { In } from 'typeorm';
import { FamilyMember } from '../families/family-member.js';
import { holdsLater } from '../periods/period.js';
import { keepCustody } from './custody-due.js';
import { Custody } from './custody.js';
import { ToldCustody } from './told-custody.js';

/**
 * A family is erased: what is recorded of custody there goes with the persons who are erased, and stays, told anew of
 * another family, for a child who is in one. What was only told of it goes with the family.
 */
export async function leaveCustody(tx: Tx, familyId: string, erased: readonly string[]): Promise<void> {
  const { manager, municipality, today } = tx;
  await manager.delete(ToldCustody, { municipality, familyId });
  const gone = In([...erased]);
  const rows = await manager.findBy(Custody, [
    { municipality, familyId },
    { municipality, childId: gone },
    { municipality, holderId: gone },
  ]);
  for (const custody of rows) {
    await manager.delete(Custody, { municipality, id: custody.id });
    const { childId, holderId, from, to, ofAgeOn } = custody;
    const stays = [childId, holderId].every((person) => !erased.includes(person));
    const other = stays && (await manager.findOneBy(FamilyMember, { municipality, personId: childId }));
    if (other) await tellAnew(tx, { familyId: other.familyId, childId, holderId, from, to, ofAgeOn });
    // told after the other, so that who hears of both in this order never takes the child for one without a holder
    if (holdsLater(custody, today)) tx.emit(CustodyEnded, custody.end(today, today));
  }
}

async function tellAnew(
  tx: Tx,
  told: Pick<Custody, 'familyId' | 'childId' | 'holderId' | 'from' | 'to' | 'ofAgeOn'>,
): Promise<void> {
  const { manager, municipality, today } = tx;
  const custody = manager.create(Custody, { municipality, id: newId(), ...told, version: 1 });
  await keepCustody(tx, custody);
  tx.emit(CustodyRecorded, custody.recorded(today));
}
