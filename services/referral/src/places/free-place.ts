import type { Tx } from '@helhed/database';
import type { Referral } from '../referrals/referral.js';
import { giveOpenPlaces, savePlace } from './assign-place.js';
import { Place } from './place.js';

/**
 * The place of a referral that is withdrawn is open again, and what is open goes on to the next; also where it had none, as
 * others may have waited because nobody knew yet who its family is. The caller holds the queue.
 */
export async function freePlace(tx: Tx, { id, programme }: Referral): Promise<void> {
  const { manager, municipality } = tx;
  const place = await manager.findOneBy(Place, { municipality, referralId: id });
  if (place) {
    place.free();
    await savePlace(tx, place);
  }
  await giveOpenPlaces(tx, programme);
}
