import type { Context } from '@helhed/contracts';
import type { Workers } from '@helhed/database';
import { whole } from './parked.js';

/** A key whose first parked event can be tried now, or whose gap before it can be asked for now. */
export interface WaitingKey {
  readonly municipality: string;
  readonly source: Context;
  readonly order_key: string;
  readonly incarnation: string;
  /** What was last applied of the first parked event's incarnation, 0 when nothing was. */
  readonly last_seq: string;
  readonly first_seq: string;
}

/**
 * Of each key only its first parked event counts, or the snapshot, which needs none before it. Those that an operator must
 * look at, that have just been tried, or whose gap has just been asked for are left out; so however many they are, they
 * keep no other waiting. Municipalities take turns, each with what has been due the longest.
 */
export const waitingKeys = `
  SELECT municipality, source, order_key, incarnation, last_seq, first_seq FROM (
    SELECT k.*, row_number() OVER (PARTITION BY municipality ORDER BY due_at) AS turn FROM (
      SELECT i.municipality, i.source, i.order_key, p.incarnation, n.last_seq, p.seq AS first_seq,
        CASE WHEN p.seq = n.last_seq + 1 THEN p.retry_at
          ELSE greatest(p.parked_at + interval '300 ms', i.asked_at + interval '2 s') END AS due_at
      FROM helhed.inbox i CROSS JOIN LATERAL (
        SELECT f.incarnation, f.seq, f.state, f.retry_at, f.parked_at, ${whole} AS whole FROM helhed.parked_event f
        WHERE f.municipality = i.municipality AND f.source = i.source AND f.order_key = i.order_key
          AND (f.incarnation, f.seq) > (i.incarnation, i.last_seq)
        ORDER BY ${whole} DESC, f.incarnation, f.seq LIMIT 1
      ) p CROSS JOIN LATERAL (
        SELECT CASE WHEN p.whole THEN p.seq - 1 WHEN p.incarnation = i.incarnation THEN i.last_seq ELSE 0 END AS last_seq
      ) n
      WHERE i.parked > 0 AND p.state = 'waiting'
    ) k WHERE due_at <= clock_timestamp()
  ) t ORDER BY turn, due_at LIMIT $1`;

export const findWaitingKeys = (workers: Workers, limit: number): Promise<WaitingKey[]> =>
  workers.query<WaitingKey>(waitingKeys, [limit]);
