import { CitizenLink } from '@helhed/access';
import {
  CitizenLinked,
  CitizenUnlinked,
  ClearanceEnded,
  ClearanceGiven,
  CustodyEnded,
  CustodyRecorded,
  EmployeeRelationEnded,
  EmployeeRelationSet,
  RelationEnded,
  RelationSet,
  tell,
  type EventContract,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { Clearance } from '../clearances/clearance.js';
import { Custody } from '../custody/custody.js';
import { EmployeeRelation } from '../employees/employee-relation.js';
import { Relation } from '../relations/relation.js';

const oldestFirst = { order: { id: 'ASC' } } as const;

/** What began, and, where somebody ended it, its end. */
function both<B extends object, E extends object>(
  [begun, told]: readonly [EventContract<B>, B | undefined],
  [over, ended]: readonly [EventContract<E>, E | undefined],
): Told[] {
  return [...(told ? [tell(begun, told)] : []), ...(ended ? [tell(over, ended)] : [])];
}

export async function tellCustody({ manager, municipality, today }: Tx, familyId: string): Promise<Told[]> {
  const rows = await manager.find(Custody, { where: { municipality, familyId }, ...oldestFirst });
  return rows.flatMap((row) => both([CustodyRecorded, row.recorded(today)], [CustodyEnded, row.ended(today)]));
}

export async function tellTies({ manager, municipality }: Tx, familyId: string): Promise<Told[]> {
  const family = { where: { municipality, familyId }, ...oldestFirst };
  const relations = await manager.find(Relation, family);
  const clearances = await manager.find(Clearance, family);
  return [
    ...relations.flatMap((row) => both([RelationSet, row.wasSet()], [RelationEnded, row.ended()])),
    ...clearances.flatMap((row) => both([ClearanceGiven, row.given()], [ClearanceEnded, row.ended()])),
  ];
}

/** Whose records are barred because of a person, and which account is the person's. */
export async function tellPerson({ manager, municipality }: Tx, personId: string): Promise<Told[]> {
  const person = { where: { municipality, personId }, ...oldestFirst };
  const relations = await manager.find(EmployeeRelation, person);
  const links = await manager.find(CitizenLink, person);
  return [
    ...relations.flatMap((row) => both([EmployeeRelationSet, row.wasSet()], [EmployeeRelationEnded, row.ended()])),
    ...links.flatMap(({ id: linkId, sub, linkedOn, endedOn }) =>
      both(
        [CitizenLinked, { linkId, personId, sub, linkedOn }],
        [CitizenUnlinked, endedOn === null ? undefined : { linkId, personId, sub, endedOn }],
      ),
    ),
  ];
}
