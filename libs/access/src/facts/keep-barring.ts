import type {
  ClearanceEnded,
  ClearanceGiven,
  EmployeeRelationEnded,
  EmployeeRelationSet,
  EventContract,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';

type Told<C> = C extends EventContract<infer T> ? T : never;

/** Keeps whose records an employee is barred from (A-OWN-01, 02). */
export async function keepEmployeeRelation(tx: Tx, row: Told<typeof EmployeeRelationSet>): Promise<void> {
  await tx.query(
    `INSERT INTO helhed.barred_person AS known (municipality, id, sub, person_id, kind, from_date, to_date)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6)
     ON CONFLICT (municipality, id) DO UPDATE SET to_date = least(known.to_date, excluded.to_date)`,
    [row.relationId, row.sub, row.personId, row.kind, row.from, row.to],
  );
}

export async function endEmployeeRelation(tx: Tx, row: Told<typeof EmployeeRelationEnded>): Promise<void> {
  await end(tx, 'barred_person', row.relationId, row.to);
}

/** Keeps that an employee was cleared for a colleague's record (A-OWN-03). */
export async function keepClearance(tx: Tx, row: Told<typeof ClearanceGiven>): Promise<void> {
  await tx.query(
    `INSERT INTO helhed.clearance AS known (municipality, id, sub, family_id, unit, function, from_date, to_date)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (municipality, id) DO UPDATE SET to_date = least(known.to_date, excluded.to_date)`,
    [row.clearanceId, row.sub, row.familyId, row.unit, row.function, row.from, row.to],
  );
}

export async function endClearance(tx: Tx, row: Told<typeof ClearanceEnded>): Promise<void> {
  await end(tx, 'clearance', row.clearanceId, row.to);
}

async function end(tx: Tx, table: 'barred_person' | 'clearance', id: string, to: string): Promise<void> {
  const ended = await tx.query(
    `UPDATE helhed.${table} SET to_date = least(to_date, $2) WHERE municipality = helhed.tenant() AND id = $1 RETURNING id`,
    [id, to],
  );
  if (ended.length === 0) throw new Error(`${table} ${id} is not known here`);
}
