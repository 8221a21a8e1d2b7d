import type { CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

/** An owner is to be asked about a thing, as the event says; asked already, again. Of the event ids, codes and dates are kept. */
export async function askFor(tx: Tx, thingId: string, event: CloudEvent<object>): Promise<void> {
  await tx.query(
    `INSERT INTO claim_due (municipality, thing_id, event) VALUES (helhed.tenant(), $1, $2)
     ON CONFLICT (municipality, thing_id) DO UPDATE SET event = excluded.event, ask_at = clock_timestamp(), tries = 0`,
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

/** Half a minute, then longer and longer, an hour at most: an owner that was set back may never have it. */
export async function putOff(tx: Tx, thingId: string): Promise<void> {
  await tx.query(
    `UPDATE claim_due SET tries = tries + 1, ask_at = clock_timestamp() + least(interval '30 seconds' * 2 ^ least(tries, 10), interval '1 hour')
     WHERE municipality = helhed.tenant() AND thing_id = $1`,
    [thingId],
  );
}
