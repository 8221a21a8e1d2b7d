import { isSnapshot, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

/** How far a source's events for one key have been applied here. */
export interface KeyState {
  readonly order_key: string;
  incarnation: string;
  last_seq: number;
  parked: number;
  /** Types of the events that were stepped over, since only a later release knows them. */
  missed: string[];
}

export type Verdict = 'repeat' | 'next' | 'early';

/**
 * The sequence check. Incarnations are UUIDv7: a later one (a source restored from a backup) starts its numbers anew, an
 * earlier one is history. A snapshot stands for all that was numbered before it, so it waits for nothing.
 */
export function verdict(
  state: Pick<KeyState, 'incarnation' | 'last_seq'>,
  event: Pick<CloudEvent, 'type' | 'incarnation' | 'seq'>,
): Verdict {
  if (event.incarnation < state.incarnation) return 'repeat';
  const last = event.incarnation === state.incarnation ? state.last_seq : 0;
  if (event.seq <= last) return 'repeat';
  return event.seq === last + 1 || isSnapshot(event.type) ? 'next' : 'early';
}

/** Whether a snapshot tells nothing new: all that it stands for was applied here, event by event. */
export const knowsAlready = (state: KeyState, event: Pick<CloudEvent, 'incarnation' | 'data'>): boolean =>
  state.incarnation === event.incarnation &&
  state.last_seq > 0 &&
  state.last_seq === event.data['standsAt'] &&
  state.missed.length === 0;

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
  const rows = await tx.query<{
    order_key: string;
    incarnation: string;
    last_seq: string;
    parked: number;
    missed: string[];
  }>(
    `SELECT order_key, incarnation, last_seq, parked, missed FROM helhed.inbox
     WHERE municipality = helhed.tenant() AND source = $1 AND order_key = ANY($2) ORDER BY order_key FOR UPDATE`,
    [source, keys],
  );
  return new Map(rows.map((row) => [row.order_key, { ...row, last_seq: Number(row.last_seq) }]));
}

/** Writes how far the keys are. What was parked and is behind that by now, by another delivery or a snapshot, goes. */
export async function saveKeys(tx: Tx, source: string, states: readonly KeyState[]): Promise<void> {
  const behind = states.filter(({ parked }) => parked > 0);
  if (behind.length > 0) await unparkBehind(tx, source, behind);
  await tx.query(
    `UPDATE helhed.inbox i SET incarnation = s.incarnation, last_seq = s.last_seq, parked = s.parked,
       missed = string_to_array(s.missed, ' ')
     FROM unnest($2::text[], $3::uuid[], $4::bigint[], $5::int[], $6::text[]) AS s(order_key, incarnation, last_seq, parked, missed)
     WHERE i.municipality = helhed.tenant() AND i.source = $1 AND i.order_key = s.order_key`,
    [
      source,
      states.map((s) => s.order_key),
      states.map((s) => s.incarnation),
      states.map((s) => s.last_seq),
      states.map((s) => s.parked),
      states.map((s) => s.missed.join(' ')),
    ],
  );
}

async function unparkBehind(tx: Tx, source: string, states: readonly KeyState[]): Promise<void> {
  const gone = await tx.query<{ order_key: string }>(
    `DELETE FROM helhed.parked_event p USING unnest($2::text[], $3::uuid[], $4::bigint[]) AS s(order_key, incarnation, last_seq)
     WHERE p.municipality = helhed.tenant() AND p.source = $1 AND p.order_key = s.order_key
       AND (p.incarnation, p.seq) <= (s.incarnation, s.last_seq) RETURNING p.order_key`,
    [source, states.map((s) => s.order_key), states.map((s) => s.incarnation), states.map((s) => s.last_seq)],
  );
  for (const state of states) state.parked -= gone.filter((row) => row.order_key === state.order_key).length;
}
