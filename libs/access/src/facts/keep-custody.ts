import type { CustodyRecorded, EventContract } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

type Told<C> = C extends EventContract<infer T> ? T : never;

/** Keeps who holds custody of a child. One known already never lasts longer for being told again. */
export async function keepCustody(tx: Tx, row: Told<typeof CustodyRecorded>): Promise<void> {
  await tx.query(
    `INSERT INTO helhed.custody_replica AS known (municipality, id, family_id, child_id, holder_id, from_date, to_date)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6)
     ON CONFLICT (municipality, id) DO UPDATE SET to_date = least(known.to_date, excluded.to_date)`,
    [row.custodyId, row.familyId, row.childId, row.holderId, row.from, row.to],
  );
}
