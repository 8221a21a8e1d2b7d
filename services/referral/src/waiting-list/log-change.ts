import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import type { Referral } from '../referrals/referral.js';

export const changes = ['joined', 'given-a-place', 'left'] as const;
export const changeReasons = ['no-open-place', 'first-in-line', 'referral-withdrawn'] as const;

export interface WaitingListChange {
  readonly change: (typeof changes)[number];
  readonly reason: (typeof changeReasons)[number];
  readonly placeId?: string;
}

/** The order of the waiting list is a family's date of receipt, then its referral's id; nothing else moves anybody. */
export const inFront = `municipality = helhed.tenant() AND state = 'waiting' AND programme = $2 AND (received_on, id) < ($3, $1)`;

/** Notes that a family came to the list or went from it, at which position and why. The caller holds the queue. */
export async function logChange(
  tx: Tx,
  { id, programme, receivedOn }: Referral,
  change: WaitingListChange,
): Promise<void> {
  await tx.query(
    `INSERT INTO waiting_list_change (municipality, referral_id, programme, id, at, change, reason, place_id, position)
     SELECT helhed.tenant(), $1, $2, $4, $5, $6, $7, $8, 1 + count(*) FROM referral WHERE ${inFront}`,
    [id, programme, receivedOn, newId(), tx.now, change.change, change.reason, change.placeId],
  );
}
