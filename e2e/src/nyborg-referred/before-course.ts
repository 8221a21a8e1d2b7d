import { localDate } from '@helhed/kernel';
import { agreeTogether, tieContact, type Agree } from './contact.js';
import { inform } from './duty-to-inform.js';
import type { Referral } from './referrals.js';
import type { World } from './world.js';

/**
 * Before a family comes to its first session everybody in it is informed, and its contact pedagogue is tied to it and let know
 * who is in it and that it has a place.
 */
export async function prepare(world: World, referral: Referral, at: Date, agree: Agree = agreeTogether): Promise<void> {
  const on = localDate(at);
  await inform(world, referral, at);
  await tieContact(world, referral.familyId, on);
  await agree(world, referral, on);
}
