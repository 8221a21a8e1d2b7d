import type { Tx } from '@helhed/database';
import { assignToFirstWaiting, savePlace } from './assign-place.js';
import { Place } from './place.js';

/** The place of a referral that has ended is open again, and goes on to the next. The caller holds the queue. */
export async function freePlace(tx: Tx, referralId: string): Promise<void> {
  const { manager, municipality } = tx;
  const place = await manager.findOneBy(Place, { municipality, referralId });
  if (!place) return;
  place.free();
  await savePlace(tx, place);
  await assignToFirstWaiting(tx, place);
}
