import type { AccessQuery, Look } from '@helhed/access';
import type { DeliveryView } from './deliveries.dto.js';
import { stillInvited } from './still-invited.js';

export type DeliveryRow = Omit<DeliveryView, 'cancel'> & {
  readonly familyId: string;
  readonly sessionId: string | null;
  readonly recipientId: string | null;
  readonly isCancelled: boolean;
};

interface Wanted {
  /** A condition over `delivery d` */
  readonly where: string;
  /** SQL `uuid` of whom the list names as recipient */
  readonly recipient: string;
  /** The last id of the page before */
  readonly last: unknown;
  readonly limit: number;
}

/** Columns of a page of what was given out, as `rows` and `total`. */
export function deliveryColumns(query: AccessQuery, { where, recipient, last, limit }: Wanted): string {
  const [after, most] = [query.value(last ?? null, 'uuid'), query.value(limit, 'int')];
  const all = `delivery d WHERE d.municipality = helhed.tenant() AND ${where}`;
  return `(SELECT count(*)::int FROM ${all}) AS total, (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
    SELECT d.id, d.kind, d.unit, d.function, d.feed_id AS feed, ${recipient} AS recipient, d.first_on AS "firstOn",
      d.last_on AS "lastOn", d.times, to_char(d.cancel_due_since AT TIME ZONE 'UTC', '${instant}') AS "cancelDueSince",
      d.family_id AS "familyId", d.session_id AS "sessionId", d.recipient_id AS "recipientId",
      d.cancelled_at IS NOT NULL AS "isCancelled"
    FROM ${all} AND (${after} IS NULL OR d.id > ${after}) ORDER BY d.id LIMIT ${most}) page) AS rows`;
}

export const instant = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

// a group's course is placed once, and its sessions stay in it
export const programmeOf = `(SELECT g.programme FROM appointment a
  LEFT JOIN course c ON c.municipality = a.municipality AND c.id = a.course_id
  JOIN family_group g ON g.municipality = a.municipality AND g.id = coalesce(c.group_id, a.group_id)
  WHERE a.municipality = d.municipality AND a.id = d.session_id)`;

/**
 * Whether a CANCEL is due is decided for whoever took the invitation, once for each function, family and recipient.
 * @throws DomainError `consent-unavailable` (503) where none is on a revocable ground, without a lease
 */
export async function toDeliveries(look: Look, rows: readonly DeliveryRow[]): Promise<DeliveryView[]> {
  const stillBy = new Map<string, Promise<ReadonlySet<string>>>();
  const isDue = async ({ unit, function: name, familyId, sessionId, recipientId }: DeliveryRow): Promise<boolean> => {
    if (sessionId === null || unit === null || name === null) return false;
    const key = `${familyId} ${recipientId} ${unit} ${name}`;
    const still = stillBy.get(key) ?? stillInvited(look, { unit, function: name }, { familyId, recipientId });
    stillBy.set(key, still);
    return !(await still).has(sessionId);
  };
  const views: DeliveryView[] = [];
  for (const row of rows) {
    const { familyId: _family, sessionId: _session, recipientId: _recipient, isCancelled, ...frame } = row;
    const open = async () => ((await isDue(row)) ? 'due' : 'none');
    const cancel = isCancelled ? 'given' : await open();
    views.push({ ...frame, cancel, cancelDueSince: cancel === 'due' ? frame.cancelDueSince : null });
  }
  return views;
}
