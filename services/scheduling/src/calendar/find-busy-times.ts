import type { Tx } from '@helhed/database';
import type { Booking } from './book.js';
import type { Interval } from './local-time.js';
import type { Resource } from './resource.js';

/** When these are taken, from one instant until another. No booking is longer than a day, so the index bounds both ends. */
export async function findBusyTimes(
  tx: Tx,
  resources: readonly Resource[],
  { startsAt, endsAt }: Interval,
): Promise<Booking[]> {
  const rows = await tx.query<{
    kind: Resource['kind'];
    id: string;
    appointment_id: string;
    starts_at: Date;
    ends_at: Date;
  }>(busyTimesSql, [
    tx.municipality,
    resources.map(({ kind }) => kind),
    resources.map(({ id }) => id),
    startsAt,
    endsAt,
  ]);
  return rows.map(({ kind, id, appointment_id: appointmentId, starts_at: startsAt, ends_at: endsAt }) => ({
    kind,
    id,
    appointmentId,
    startsAt,
    endsAt,
  }));
}

export const busyTimesSql = `
  SELECT resource_kind AS kind, resource_id AS id, appointment_id, starts_at, ends_at
  FROM unnest($2::text[], $3::uuid[]) AS wanted(kind, id)
  JOIN booking ON resource_kind = wanted.kind AND resource_id = wanted.id
  WHERE municipality = $1 AND starts_at > $4::timestamptz - interval '24 hours' AND starts_at < $5 AND ends_at > $4`;
