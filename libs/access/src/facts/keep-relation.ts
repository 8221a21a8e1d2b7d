import type { EventContract, RelationEnded, RelationSet } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

type Told<C> = C extends EventContract<infer T> ? T : never;

/** Keeps a relation row. One known already never lasts longer for being told again. */
export async function keepRelation(tx: Tx, row: Told<typeof RelationSet>): Promise<void> {
  await tx.query(
    `INSERT INTO helhed.relation_replica AS known (municipality, id, family_id, programme, kind, sub, unit, function, from_date, to_date)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (municipality, id) DO UPDATE SET to_date = least(known.to_date, excluded.to_date)`,
    [row.relationId, row.familyId, row.programme, row.kind, row.sub, row.unit, row.function, row.from, row.to],
  );
}

/** @throws Error for a relation never heard of: the event is parked, and not forgotten in silence */
export async function endRelation(tx: Tx, { relationId, to }: Told<typeof RelationEnded>): Promise<void> {
  const ended = await tx.query(
    `UPDATE helhed.relation_replica SET to_date = least(to_date, $2) WHERE municipality = helhed.tenant() AND id = $1
     RETURNING id`,
    [relationId, to],
  );
  if (ended.length === 0) throw new Error(`relation ${relationId} is not known here`);
}
