import type { AccessQuery, Look } from '@helhed/access';
import type { DeliveryView } from './deliveries.dto.js';
import { stillInvited } from './still-invited.js';

export type DeliveryRow = Omit<DeliveryView, 'cancel'> & {
  readonly familyId: string;
  readonly sessionId: string | null;
  readonly isCancelled: boolean;
};

/** Columns of a page of what was given out, as `rows` and `total`. @param families SQL `uuid[]` */
export function deliveryColumns(query: AccessQuery, families: string, last: unknown, limit: number): string {
  const [after, most] = [query.value(last ?? null, 'uuid'), query.value(limit, 'int')];
  const all = `delivery d WHERE d.municipality = helhed.tenant() AND d.family_id = ANY (${families})`;
  return `(SELECT count(*)::int FROM ${all}) AS total, (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
    SELECT d.id, d.kind, d.unit, d.function, d.feed_id AS feed, d.first_on AS "firstOn", d.last_on AS "lastOn", d.times,
      d.family_id AS "familyId", d.session_id AS "sessionId", d.cancelled_at IS NOT NULL AS "isCancelled"
    FROM ${all} AND (${after} IS NULL OR d.id > ${after}) ORDER BY d.id LIMIT ${most}) page) AS rows`;
}

/** Whether a CANCEL is due is decided for whoever took the invitation, once for each function and family. */
export async function toDeliveries(look: Look, rows: readonly DeliveryRow[]): Promise<DeliveryView[]> {
  const stillBy = new Map<string, Promise<ReadonlySet<string>>>();
  const isDue = async ({ unit, function: name, familyId, sessionId }: DeliveryRow): Promise<boolean> => {
    if (sessionId === null || unit === null || name === null) return false;
    const key = `${familyId} ${unit} ${name}`;
    const still = stillBy.get(key) ?? stillInvited(look, { unit, function: name }, familyId);
    stillBy.set(key, still);
    return !(await still).has(sessionId);
  };
  const views: DeliveryView[] = [];
  for (const row of rows) {
    const { familyId: _family, sessionId: _session, isCancelled, ...frame } = row;
    const open = async () => ((await isDue(row)) ? 'due' : 'none');
    views.push({ ...frame, cancel: isCancelled ? 'given' : await open() });
  }
  return views;
}
