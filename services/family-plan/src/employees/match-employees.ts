import { keepEmployeeRelation } from '@helhed/access';
import { EmployeeRelationSet } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { In, IsNull } from 'typeorm';
import { EmployeeRelation } from './employee-relation.js';

/** Finds the person with the relation's number, if there is one, and keeps it from being erased meanwhile. */
export async function matchRelation(tx: Tx, relation: EmployeeRelation): Promise<void> {
  await lockNumbers(tx, [relation.cprIndex]);
  const [person] = await tx.query<{ id: string }>(
    'SELECT id FROM person WHERE municipality = helhed.tenant() AND cpr_index = $1 FOR KEY SHARE',
    [relation.cprIndex],
  );
  if (!person) return;
  relation.match(person.id);
  await tx.manager.save(relation);
}

/** Whoever declared one of these persons as their own, or as a relative, is barred from now on. */
export async function matchEmployees(tx: Tx, personIds: readonly string[]): Promise<void> {
  const { manager, municipality } = tx;
  const numbered = await tx.query<{ id: string; cprIndex: Buffer }>(
    `SELECT id, cpr_index AS "cprIndex" FROM person
     WHERE municipality = helhed.tenant() AND id = ANY($1) AND cpr_index IS NOT NULL`,
    [personIds],
  );
  const indexes = numbered.map(({ cprIndex }) => cprIndex);
  await lockNumbers(tx, indexes);
  const relations = await manager.findBy(EmployeeRelation, { municipality, cprIndex: In(indexes), personId: IsNull() });
  for (const relation of relations) {
    const person = numbered.find(({ cprIndex }) => cprIndex.equals(relation.cprIndex));
    if (!person) continue;
    relation.match(person.id);
    await manager.save(relation);
    await tellRelation(tx, relation);
  }
}

/** Tells the other services, and keeps here too, whose records are barred; of a person who is not known, nothing. */
export async function tellRelation(tx: Tx, relation: EmployeeRelation): Promise<void> {
  const set = relation.wasSet();
  if (!set) return;
  tx.emit(EmployeeRelationSet, set);
  await keepEmployeeRelation(tx, set);
}

// A number that is declared while a person with it is being received: each would look before the other is there, and
// nobody would be barred. So they take turns.
async function lockNumbers(tx: Tx, indexes: readonly Buffer[]): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(helhed.tenant() || encode(n.index, 'hex'), 0))
     FROM (SELECT index FROM unnest($1::bytea[]) AS u (index) ORDER BY index) n`,
    [indexes],
  );
}
