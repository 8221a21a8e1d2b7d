import type { Tx } from '@helhed/database';
import type { Interval } from './local-time.js';
import type { Resource } from './resource.js';

export interface Booking extends Resource, Interval {
  readonly appointmentId: string;
}

/**
 * Books, and tells which could not be: taken by another appointment, one that is being committed at this moment included.
 * The exclusion constraint decides. Rows go in one order, so that two groups booking the same rooms and people take turns.
 */
export async function book(tx: Tx, bookings: readonly Booking[]): Promise<Booking[]> {
  const sorted = bookings.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const rows = await tx.query<{ appointment_id: string; resource_kind: string; resource_id: string }>(
    `INSERT INTO booking (municipality, appointment_id, resource_kind, resource_id, starts_at, ends_at)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::timestamptz[])
     ON CONFLICT DO NOTHING RETURNING appointment_id, resource_kind, resource_id`,
    [
      tx.municipality,
      sorted.map(({ appointmentId }) => appointmentId),
      sorted.map(({ kind }) => kind),
      sorted.map(({ id }) => id),
      sorted.map(({ startsAt }) => startsAt),
      sorted.map(({ endsAt }) => endsAt),
    ],
  );
  const booked = new Set(rows.map((row) => `${row.appointment_id} ${row.resource_kind} ${row.resource_id}`));
  return sorted.filter(({ appointmentId, kind, id }) => !booked.has(`${appointmentId} ${kind} ${id}`));
}

const order = ({ kind, id, startsAt }: Booking) => `${kind} ${id} ${startsAt.toISOString()}`;
