import { lookUpsKey, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { KeyState } from './inbox.js';

export interface Obstacle {
  readonly state: 'waiting' | 'dead';
  readonly tries: number;
  readonly reason: string;
  readonly retryMs?: number;
}

/** Keeps an event that cannot be applied now. @returns 1 when it was new here, 0 when it was parked already */
export async function park(tx: Tx, source: string, event: CloudEvent, why: Obstacle): Promise<number> {
  const rows = await tx.query<{ fresh: boolean }>(
    `INSERT INTO helhed.parked_event AS p (municipality, source, order_key, incarnation, seq, state, tries, reason, event, retry_at)
     VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + make_interval(secs => $9 / 1000.0))
     ON CONFLICT DO NOTHING RETURNING true AS fresh`,
    [
      source,
      event.orderkey,
      event.incarnation,
      event.seq,
      why.state,
      why.tries,
      why.reason,
      JSON.stringify(event),
      why.retryMs ?? 0,
    ],
  );
  return rows.length;
}

/** Keys whose next event an operator must look at: nothing of theirs is applied before that. */
export async function deadKeys(tx: Tx, source: string, states: readonly KeyState[]): Promise<Set<string>> {
  if (states.length === 0) return new Set();
  const rows = await tx.query<{ order_key: string }>(
    `SELECT DISTINCT order_key FROM helhed.parked_event
     WHERE municipality = helhed.tenant() AND source = $1 AND order_key = ANY($2) AND state = 'dead'`,
    [source, states.map((state) => state.order_key)],
  );
  return new Set(rows.map((row) => row.order_key));
}

export interface ParkedRow {
  readonly seq: string;
  readonly tries: number;
  readonly event: CloudEvent;
}

/** SQL: whether a parked event is a snapshot, which waits for no earlier event and stands for them all. */
export const whole = `event->>'type' LIKE '%.snapshot.v1'`;

/** The key's next event, when it is parked, alive and due; a snapshot before all others, but of look-ups, where each counts. */
export async function nextParked(tx: Tx, source: string, state: KeyState): Promise<ParkedRow | undefined> {
  const rows = await tx.query<ParkedRow & { due: boolean }>(
    `SELECT seq, tries, event, state = 'waiting' AND retry_at <= clock_timestamp() AS due FROM helhed.parked_event
     WHERE municipality = helhed.tenant() AND source = $1 AND order_key = $2
       AND ((incarnation = $3 AND seq = $4::bigint + 1) OR (incarnation > $3 AND seq = 1)
         OR (${whole} AND (incarnation, seq) > ($3, $4::bigint)))
     ORDER BY ${whole} AND order_key <> '${lookUpsKey}' DESC, incarnation, seq LIMIT 1`,
    [source, state.order_key, state.incarnation, state.last_seq],
  );
  return rows[0]?.due ? rows[0] : undefined;
}

export async function postpone(tx: Tx, source: string, event: CloudEvent, why: Obstacle): Promise<void> {
  await tx.query(
    `UPDATE helhed.parked_event SET state = $5, tries = $6, reason = $7,
       retry_at = clock_timestamp() + make_interval(secs => $8 / 1000.0)
     WHERE municipality = helhed.tenant() AND source = $1 AND order_key = $2 AND incarnation = $3 AND seq = $4`,
    [source, event.orderkey, event.incarnation, event.seq, why.state, why.tries, why.reason, why.retryMs ?? 0],
  );
}
