import { eventSource, findContract, natsSubject, type CloudEvent, type Context } from '@helhed/contracts';

/** A row of the outbox as the relay reads it. */
export interface OutboxRow {
  readonly id: string;
  readonly municipality: string;
  readonly event_id: string;
  readonly type: string;
  readonly order_key: string;
  readonly incarnation: string;
  readonly seq: string;
  readonly occurred_at: Date;
  readonly traceparent: string | null;
  readonly data: Record<string, unknown>;
  readonly asked: number;
}

/** The event as it goes on the wire. */
export function toCloudEvent(context: Context, row: OutboxRow): CloudEvent {
  return {
    specversion: '1.0',
    id: row.event_id,
    source: eventSource(row.municipality, context),
    type: row.type,
    subject: row.order_key,
    time: row.occurred_at.toISOString(),
    datacontenttype: 'application/json',
    municipality: row.municipality,
    incarnation: row.incarnation,
    orderkey: row.order_key,
    seq: Number(row.seq),
    ...(row.traceparent ? { traceparent: row.traceparent } : {}),
    data: row.data,
  };
}

export function subjectOf(row: OutboxRow): string {
  const contract = findContract(row.type);
  if (!contract) throw new Error(`no contract for ${row.type}`);
  return natsSubject(row.municipality, contract, row.order_key);
}

/**
 * What JetStream recognises a repeat by, within its window. A row that a consumer asked for again gets a new one, since
 * the bus may still remember an event that this consumer has lost.
 */
export const messageId = (row: OutboxRow): string => (row.asked ? `${row.event_id}.${row.asked}` : row.event_id);
