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

/** Keeps who holds a function in the unit: the colleagues of A-OWN-03. */
export async function keepUnitMembers(tx: Tx, { unit, members }: Told<typeof UnitMembersChanged>): Promise<void> {
  await tx.query(
    'DELETE FROM helhed.unit_member WHERE municipality = helhed.tenant() AND unit = $1 AND sub <> ALL ($2::text[])',
    [unit, members],
  );
  await tx.query(
    `INSERT INTO helhed.unit_member (municipality, unit, sub) SELECT helhed.tenant(), $1, sub FROM unnest($2::text[]) AS sub
     ON CONFLICT DO NOTHING`,
    [unit, members],
  );
}
