import { PlaceAssigned } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { logChange } from '../waiting-list/log-change.js';
import { saveStep } from '../referrals/save-step.js';
import type { Referral } from '../referrals/referral.js';
import { findFirstWaiting, findOpenPlaces } from './queue.js';
import type { Place } from './place.js';

export const savePlace = (tx: Tx, { id, state, referralId }: Place): Promise<unknown> =>
  tx.query('UPDATE place SET state = $2, referral_id = $3 WHERE municipality = helhed.tenant() AND id = $1', [
    id,
    state,
    referralId,
  ]);

/** Gives a place to a family that triage has accepted. The caller holds the queue and saves the referral. */
export async function assignPlace(tx: Tx, place: Place, referral: Referral): Promise<void> {
  place.assignTo(referral.id, tx.now);
  await savePlace(tx, place);
  tx.emit(PlaceAssigned, referral.placeAssigned(tx.today, place));
}

/**
 * An open place goes to the family that has waited longest of those that may sit in its group, if one waits and it is not too
 * late for a new family. The caller holds the queue.
 */
export async function assignToFirstWaiting(tx: Tx, place: Place): Promise<Referral | null> {
  if (!place.isGivenAt(tx.now)) return null;
  const referral = await findFirstWaiting(tx, place);
  if (!referral) return null;
  await logChange(tx, referral, { change: 'given-a-place', reason: 'first-in-line', placeId: place.id });
  referral.assignPlace(tx.today);
  await assignPlace(tx, place, referral);
  await saveStep(tx, referral, { command: 'assign-place', placeId: place.id });
  tx.log({ kind: 'command', act: 'place.assign', subjects: [referral.familyId] });
  return referral;
}

/** A group may be for families now that it was not for before: what is open goes to who waits. The caller holds the queue. */
export async function giveOpenPlaces(tx: Tx, programme: string): Promise<void> {
  for (const place of await findOpenPlaces(tx, programme)) await assignToFirstWaiting(tx, place);
}
