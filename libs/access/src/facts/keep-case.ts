import type { EventContract, PlaceAssigned, ReferralReceived, SeatTaken, TriageStarted } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

type Told<C> = C extends EventContract<infer T> ? T : never;

/** Keeps a referral; told again, it changes nothing. */
export async function keepReferral(tx: Tx, told: Told<typeof ReferralReceived>): Promise<void> {
  await tx.query(
    `INSERT INTO helhed.referral_replica (municipality, id, family_id, programme, programme_version, referring_unit)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [told.referralId, told.familyId, told.programme, told.programmeVersion, told.referringUnit],
  );
}

/** The unit of whoever last started triage has the referral. */
export const keepTriageUnit = (tx: Tx, { referralId, unit }: Told<typeof TriageStarted>): Promise<void> =>
  setOf(tx, referralId, 'triage_unit', unit);

export const keepPlace = (tx: Tx, { referralId, placeId }: Told<typeof PlaceAssigned>): Promise<void> =>
  setOf(tx, referralId, 'place_id', placeId);

/** From here on nobody reaches the family by triaging it, nor by the seat in its place. */
export const endReferral = (tx: Tx, referralId: string, ended: 'declined' | 'withdrawn' | 'closed'): Promise<void> =>
  setOf(tx, referralId, 'ended', ended);

async function setOf(tx: Tx, id: string, column: string, value: string): Promise<void> {
  await tx.query(`UPDATE helhed.referral_replica SET ${column} = $2 WHERE municipality = helhed.tenant() AND id = $1`, [
    id,
    value,
  ]);
}

export async function keepSeat(tx: Tx, { seatId, familyId, placeId, programme, unit }: Told<typeof SeatTaken>) {
  await tx.query(
    `INSERT INTO helhed.seat_replica (municipality, id, family_id, place_id, programme, unit)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [seatId, familyId, placeId, programme, unit],
  );
}
