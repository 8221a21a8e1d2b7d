import type { EventContract, UnitChanged, UnitMembersChanged } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

type Told<C> = C extends EventContract<infer T> ? T : never;

export async function keepUnit(tx: Tx, unit: Told<typeof UnitChanged>): Promise<void> {
  await tx.query(
    `INSERT INTO helhed.unit_replica (municipality, code, parent, retired, inside_parent, outside, institution)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6)
     ON CONFLICT (municipality, code) DO UPDATE SET parent = excluded.parent, retired = excluded.retired,
       inside_parent = excluded.inside_parent, outside = excluded.outside, institution = excluded.institution`,
    [unit.unit, unit.parent, unit.retired, unit.insideParent, unit.outside, unit.institution],
  );
}

/** Keeps who holds a function in the unit, the colleagues of A-OWN-03, and which functions can be held in it. */
export async function keepUnitMembers(
  tx: Tx,
  { unit, members, functions }: Told<typeof UnitMembersChanged>,
): Promise<void> {
  await keepAll(tx, { table: 'helhed.unit_member', column: 'sub', unit, values: members });
  await keepAll(tx, { table: 'helhed.unit_function', column: 'function', unit, values: functions });
}

interface OfUnit {
  readonly table: string;
  readonly column: string;
  readonly unit: string;
  readonly values: readonly string[];
}

async function keepAll(tx: Tx, { table, column, unit, values }: OfUnit): Promise<void> {
  await tx.query(
    `DELETE FROM ${table} WHERE municipality = helhed.tenant() AND unit = $1 AND ${column} <> ALL ($2::text[])`,
    [unit, values],
  );
  await tx.query(
    `INSERT INTO ${table} (municipality, unit, ${column}) SELECT helhed.tenant(), $1, told FROM unnest($2::text[]) AS told
     ON CONFLICT DO NOTHING`,
    [unit, values],
  );
}
