import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import type { OwnSession, OwnSessionQuery } from './own-sessions.dto.js';

type Row = Omit<OwnSession, 'startsAt'> & { readonly startsAt: string };

@Injectable()
export class FindOwnSessions {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** Sessions that the actor runs, of groups of its unit, and whose attendance can be noted: settled none, called off none. */
  async page({ municipality, sub, unit = '' }: Actor, asked: OwnSessionQuery): Promise<Page<OwnSession>> {
    const list = `sessions of ${unit}`;
    const [startsAt, id] = this.paging.after(list, asked) ?? [];
    return this.database.inTransaction(municipality, async (tx) => {
      const after = [startsAt ?? null, id ?? null];
      const [found] = await tx.query<{ items: Row[]; total: number }>(ownSessions, [
        unit,
        sub,
        tx.today,
        ...after,
        asked.limit + 1,
      ]);
      const { items, total } = found!;
      const view = (row: Row): OwnSession => ({ ...row, startsAt: new Date(row.startsAt).toISOString() });
      return this.paging.page(list, asked, items, total, view, (row) => [row.startsAt, row.id]);
    });
  }
}

/** From the member of staff to its groups, and to their sessions by the course. */
const ownSessions = `
  WITH own AS (
    SELECT a.id, g.id AS "group", g.name AS "groupName", g.programme, a.kind, a.number, a.local_date AS date,
      a.start_time AS "startTime", a.minutes, a.starts_at AS "startsAt", a.held_on AS "heldOn",
      c.definition #> '{group,attendance,reasons}' AS reasons,
      a.local_date + (c.definition #>> '{group,attendance,settledAfterDays}')::int AS "notableUntil"
    FROM staff st JOIN group_staff gs ON gs.municipality = st.municipality AND gs.staff_id = st.id
    JOIN family_group g ON g.municipality = gs.municipality AND g.id = gs.group_id
    JOIN programme_copy c ON c.municipality = g.municipality AND c.code = g.programme AND c.version = g.programme_version
    JOIN appointment a ON a.municipality = g.municipality AND a.course_id = g.course_id
    WHERE st.municipality = helhed.tenant() AND st.sub = $2 AND g.unit = $1 AND a.cancelled_at IS NULL
      AND a.local_date + (c.definition #>> '{group,attendance,settledAfterDays}')::int >= $3::date)
  SELECT (SELECT count(*)::int FROM own) AS total, coalesce((SELECT jsonb_agg(to_jsonb(p) ORDER BY p."startsAt", p.id)
    FROM (SELECT * FROM own WHERE $4::timestamptz IS NULL OR ("startsAt", id) > ($4, $5::uuid)
      ORDER BY "startsAt", id LIMIT $6) p), '[]') AS items`;
