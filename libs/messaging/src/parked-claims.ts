import type { CloudEvent } from '@helhed/contracts';
import type { Tx, Workers } from '@helhed/database';
import { park, type Obstacle } from './parked.js';

/** The name of no source: no key's events wait behind what is parked under it. */
const claims = 'claims';

/**
 * A question to an owner that it refuses again and again, asked after its event was applied. It is a dead letter among the
 * events': counted, alarmed about, shown to an operator and put back by one.
 * @param thingId what is asked about: its order key there, in place of the event's own
 */
export async function parkClaim(
  tx: Tx,
  thingId: string,
  event: CloudEvent,
  why: Pick<Obstacle, 'tries' | 'reason'>,
): Promise<void> {
  await park(tx, claims, { ...event, orderkey: thingId }, { ...why, state: 'dead' });
}

export interface ClaimPutBack {
  readonly municipality: string;
  readonly thingId: string;
}

/** Those that an operator has put back. */
export const findClaimsPutBack = (workers: Workers): Promise<ClaimPutBack[]> =>
  workers.query<ClaimPutBack>(
    `SELECT municipality, order_key AS "thingId" FROM helhed.parked_event WHERE state = 'waiting' AND source = $1`,
    [claims],
  );

/** Takes it from what is parked. @returns undefined where another instance was first */
export async function takeParkedClaim(tx: Tx, thingId: string): Promise<CloudEvent | undefined> {
  const [row] = await tx.query<{ event: CloudEvent }>(
    `DELETE FROM helhed.parked_event WHERE municipality = helhed.tenant() AND source = $1 AND order_key = $2 RETURNING event`,
    [claims, thingId],
  );
  return row?.event;
}

/** Of a family that is erased nothing is asked any more. */
export async function forgetParkedClaims(tx: Tx, familyId: string): Promise<void> {
  await tx.query(
    `DELETE FROM helhed.parked_event WHERE municipality = helhed.tenant() AND source = $1
       AND event #>> '{data,familyId}' = $2`,
    [claims, familyId],
  );
}
