import type { Tx } from '@helhed/database';

/** Who the persons are is known to family-plan, or to nobody any more; here only their ids stay. */
export async function dropIdentities(tx: Tx, referralId: string): Promise<void> {
  await tx.query(
    `UPDATE intake SET document = NULL, dropped_at = $2
     WHERE municipality = helhed.tenant() AND referral_id = $1 AND document IS NOT NULL`,
    [referralId, tx.now],
  );
}
