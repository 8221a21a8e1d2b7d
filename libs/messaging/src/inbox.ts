import type { CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

/** How far a source's events for one key have been applied here. */
export interface KeyState {
  readonly order_key: string;
  incarnation: string;
  last_seq: number;
  parked: number;
}

export type Verdict = 'repeat' | 'next' | 'early';

/**
 * The sequence check. Incarnations are UUIDv7: a later one (a source restored from a backup) starts its numbers anew, an
 * earlier one is history.
 */
export function verdict(state: KeyState, event: Pick<CloudEvent, 'incarnation' | 'seq'>): Verdict {
  if (event.incarnation < state.incarnation) return 'repeat';
  const last = event.incarnation === state.incarnation ? state.last_seq : 0;
  if (event.seq <= last) return 'repeat';
  return event.seq === last + 1 ? 'next' : 'early';
}

/** Locks the keys' rows in one order, so that two instances that apply the same keys take turns and never deadlock. */
export async function lockKeys(
  tx: Tx,
  source: string,
  events: readonly Pick<CloudEvent, 'orderkey' | 'incarnation'>[],
): Promise<Map<string, KeyState>> {
  const first = new Map(events.map((event) => [event.orderkey, event.incarnation]));
  const keys = [...first.keys()].sort();
  await tx.query(
    `INSERT INTO helhed.inbox (municipality, source, order_key, incarnation)
     SELECT helhed.tenant(), $1, k, i FROM unnest($2::text[], $3::uuid[]) AS n(k, i) ORDER BY k ON CONFLICT DO NOTHING`,
    [source, keys, keys.map((key) => first.get(key))],
  );
  const rows = await tx.query<{ order_key: string; incarnation: string; last_seq: string; parked: number }>(
    `SELECT order_key, incarnation, last_seq, parked FROM helhed.inbox
     WHERE municipality = helhed.tenant() AND source = $1 AND order_key = ANY($2) ORDER BY order_key FOR UPDATE`,
    [source, keys],
  );
  return new Map(rows.map((row) => [row.order_key, { ...row, last_seq: Number(row.last_seq) }]));
}

export async function saveKeys(tx: Tx, source: string, states: readonly KeyState[]): Promise<void> {
  await tx.query(
    `UPDATE helhed.inbox i SET incarnation = s.incarnation, last_seq = s.last_seq, parked = s.parked
     FROM unnest($2::text[], $3::uuid[], $4::bigint[], $5::int[]) AS s(order_key, incarnation, last_seq, parked)
     WHERE i.municipality = helhed.tenant() AND i.source = $1 AND i.order_key = s.order_key`,
    [
      source,
      states.map((s) => s.order_key),
      states.map((s) => s.incarnation),
      states.map((s) => s.last_seq),
      states.map((s) => s.parked),
    ],
  );
}
