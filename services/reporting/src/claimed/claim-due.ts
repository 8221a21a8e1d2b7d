import { ClaimRefused } from '@helhed/access';
import type { CloudEvent } from '@helhed/contracts';
import { isUnavailable, type Tx } from '@helhed/database';
import { parkClaim, takeParkedClaim } from '@helhed/messaging';

/** An owner is to be asked about a thing, as the event says; asked already, again. Of the event ids, codes and dates are kept. */
export async function askFor(tx: Tx, thingId: string, event: CloudEvent<object>): Promise<void> {
  await takeParkedClaim(tx, thingId);
  await tx.query(
    `INSERT INTO claim_due (municipality, thing_id, event) VALUES (helhed.tenant(), $1, $2)
     ON CONFLICT (municipality, thing_id) DO UPDATE SET event = excluded.event, ask_at = clock_timestamp(), tries = 0, refusals = 0`,
    [thingId, JSON.stringify(event)],
  );
}

/** Takes it from the list; whoever says meanwhile that it is to be asked again waits for the row. @returns undefined where another instance was first */
export async function takeDue(tx: Tx, thingId: string): Promise<CloudEvent<object> | undefined> {
  const [due] = await tx.query<{ event: CloudEvent<object> }>(
    `DELETE FROM claim_due WHERE municipality = helhed.tenant() AND thing_id = (
       SELECT thing_id FROM claim_due WHERE municipality = helhed.tenant() AND thing_id = $1 AND ask_at <= clock_timestamp()
       FOR UPDATE SKIP LOCKED) RETURNING event`,
    [thingId],
  );
  return due?.event;
}

/** As often as an owner may refuse, over half an hour: it may have been set back, and be told again what it lost. */
const maxRefusals = 6;

/**
 * Half a minute, then longer and longer, an hour at most, for as long as the owner is down. What it refuses is parked at
 * last, where an operator sees it.
 * @returns whether it was parked
 */
export async function putOff(tx: Tx, thingId: string, error: unknown): Promise<boolean> {
  const [due] = await tx.query<{ event: CloudEvent; refusals: number }>(
    `UPDATE claim_due SET tries = tries + 1, refusals = refusals + $2,
       ask_at = clock_timestamp() + least(interval '30 seconds' * 2 ^ least(tries, 10), interval '1 hour')
     WHERE municipality = helhed.tenant() AND thing_id = $1 RETURNING event, refusals`,
    [thingId, isUnavailable(error) ? 0 : 1],
  );
  if (!due || due.refusals < maxRefusals) return false;
  await tx.query('DELETE FROM claim_due WHERE municipality = helhed.tenant() AND thing_id = $1', [thingId]);
  await parkClaim(tx, thingId, due.event, { tries: due.refusals, reason: reasonOf(error) });
  return true;
}

/** The kind of error and a code: a message may quote what it was about. */
function reasonOf(error: unknown): string {
  if (error instanceof ClaimRefused) return `${error.name} ${error.status}`;
  return error instanceof Error ? error.name : 'Error';
}

/** What an operator put back is asked about again. */
export async function askAgain(tx: Tx, thingId: string): Promise<void> {
  const event = await takeParkedClaim(tx, thingId);
  if (event) await askFor(tx, thingId, event);
}
