import type { AccessQuery, Look } from '@helhed/access';
import type { DeliveryView } from './deliveries.dto.js';
import { stillInvited } from './still-invited.js';

export type DeliveryRow = Omit<DeliveryView, 'cancel'> & {
  readonly familyId: string;
  readonly sessionId: string | null;
  readonly isCancelled: boolean;
};

interface Wanted {
  /** SQL `uuid[]` */
  readonly families: string;
  /** SQL `text[]`: invitations by groups of these only. A feed is the family's own, of all its groups. */
  readonly programmes?: string;
  readonly last: unknown;
  readonly limit: number;
}

/** Columns of a page of what was given out, as `rows` and `total`. */
export function deliveryColumns(query: AccessQuery, { families, programmes, last, limit }: Wanted): string {
  const [after, most] = [query.value(last ?? null, 'uuid'), query.value(limit, 'int')];
  const within = programmes === undefined ? '' : ` AND (d.session_id IS NULL OR ${programmeOf} = ANY (${programmes}))`;
  const all = `delivery d WHERE d.municipality = helhed.tenant() AND d.family_id = ANY (${families})${within}`;
  return `(SELECT count(*)::int FROM ${all}) AS total, (SELECT coalesce(jsonb_agg(page ORDER BY page.id), '[]') FROM (
    SELECT d.id, d.kind, d.unit, d.function, d.feed_id AS feed, d.first_on AS "firstOn", d.last_on AS "lastOn", d.times,
      d.family_id AS "familyId", d.session_id AS "sessionId", d.cancelled_at IS NOT NULL AS "isCancelled"
    FROM ${all} AND (${after} IS NULL OR d.id > ${after}) ORDER BY d.id LIMIT ${most}) page) AS rows`;
}

// a group's course is placed once, and its sessions stay in it
const programmeOf = `(SELECT g.programme FROM appointment a
  JOIN course c ON c.municipality = a.municipality AND c.id = a.course_id
  JOIN family_group g ON g.municipality = c.municipality AND g.id = c.group_id
  WHERE a.municipality = d.municipality AND a.id = d.session_id)`;

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
