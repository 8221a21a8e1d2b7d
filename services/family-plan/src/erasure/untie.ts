import { CitizenLink, endClearance, endEmployeeRelation, endRelation } from '@helhed/access';
import { CitizenUnlinked, ClearanceEnded, EmployeeRelationEnded, RelationEnded } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { In } from 'typeorm';
import { Clearance } from '../clearances/clearance.js';
import { EmployeeRelation } from '../employees/employee-relation.js';
import { holdsLater } from '../periods/period.js';
import { Relation } from '../relations/relation.js';

/** Nobody is tied to, or cleared for, a family that is erased. */
export async function untieFamily(tx: Tx, familyId: string): Promise<void> {
  const { manager, municipality, today } = tx;
  for (const relation of await manager.findBy(Relation, { municipality, familyId })) {
    if (!holdsLater(relation, today)) continue;
    const ended = relation.end(today);
    tx.emit(RelationEnded, ended);
    await endRelation(tx, ended);
  }
  for (const clearance of await manager.findBy(Clearance, { municipality, familyId })) {
    if (!holdsLater(clearance, today)) continue;
    const ended = clearance.end(today);
    tx.emit(ClearanceEnded, ended);
    await endClearance(tx, ended);
  }
  await manager.delete(Relation, { municipality, familyId });
  await manager.delete(Clearance, { municipality, familyId });
}

/** Of persons who are erased: their accounts are nobody's, and an employee's declaration waits for the number anew. */
export async function untiePersons(tx: Tx, personIds: readonly string[]): Promise<void> {
  const { manager, municipality, today } = tx;
  const persons = { municipality, personId: In([...personIds]) };
  for (const relation of await manager.findBy(EmployeeRelation, persons)) {
    const set = relation.wasSet();
    if (set && holdsLater(relation, today)) {
      const ended = { relationId: set.relationId, personId: set.personId, to: today };
      tx.emit(EmployeeRelationEnded, ended);
      await endEmployeeRelation(tx, ended);
    }
    relation.unmatch();
    await manager.save(relation);
  }
  for (const link of await manager.findBy(CitizenLink, persons)) {
    const { id: linkId, personId, sub } = link;
    if (link.end(today)) tx.emit(CitizenUnlinked, { linkId, personId, sub, endedOn: today });
  }
}
