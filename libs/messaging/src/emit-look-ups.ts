import { lookedUpBy, lookUpsKey, snapshotBy, type Context, type LookedUp } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

/**
 * Sends rows of the service's log. The first after a restore come behind a snapshot: number 1 of a new incarnation is
 * missing for good, and a snapshot that were told later, by whoever asked for it, would stand for these rows too.
 */
export async function emitLookUps(tx: Tx, context: Context, { from, rows }: Omit<LookedUp, 'orderKey'>): Promise<void> {
  const [looked, snapshot] = [lookedUpBy(context), snapshotBy(context)];
  if (!looked || !snapshot) throw new Error(`${context} ships its look-ups without an event`);
  const orderKey = lookUpsKey;
  const renewed = await tx.query(
    `SELECT 1 FROM helhed.order_key
     WHERE municipality = helhed.tenant() AND order_key = $1 AND incarnation <> helhed.incarnation()`,
    [orderKey],
  );
  if (renewed.length > 0) tx.emit(snapshot, { orderKey, standsAt: 1, events: [] });
  tx.emit(looked, { orderKey, from, rows });
}
