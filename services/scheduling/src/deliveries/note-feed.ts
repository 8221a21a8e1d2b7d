import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';

/** Whoever subscribes to a family's feed was told of something in it: in the transaction of the look, and so or not at all. */
export async function noteFeed(tx: Tx, feedId: string, familyId: string): Promise<void> {
  await tx.query(
    `INSERT INTO delivery (municipality, id, kind, family_id, feed_id, first_on, last_on, times)
     VALUES (helhed.tenant(), $1, 'feed', $2, $3, $4, $4, 1)
     ON CONFLICT (municipality, feed_id) DO UPDATE SET last_on = excluded.last_on, times = delivery.times + 1`,
    [newId(), familyId, feedId, tx.today],
  );
}
