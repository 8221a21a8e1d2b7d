import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { reachesAll } from '../reach.js';
import type { StaffingAlarmQuery, StaffingAlarmView } from './staffing.dto.js';

@Injectable()
export class FindAlarms {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** Groups with too few staff for what is to come, within reach: no more once a group's last session is over. */
  async page(actor: Actor, asked: StaffingAlarmQuery): Promise<Page<StaffingAlarmView>> {
    const list = 'staffing alarms';
    const [last] = this.paging.after(list, asked) ?? [];
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const unit = reachesAll(actor) ? null : (actor.unit ?? '');
      const [found] = await tx.query<{ items: StaffingAlarmView[]; total: number }>(alarms, [
        unit,
        asked.programme ?? null,
        tx.now,
        last ?? null,
        asked.limit + 1,
      ]);
      const { items, total } = found!;
      return this.paging.page(
        list,
        asked,
        items,
        total,
        (alarm) => alarm,
        ({ id }) => [id],
      );
    });
  }
}

const alarms = `
  WITH reached AS (
    SELECT s.id, s.group_id AS "group", g.programme, g.unit, s.function, s.needed, s.present, s.since
    FROM staffing_alarm s JOIN family_group g ON g.municipality = s.municipality AND g.id = s.group_id
    WHERE s.municipality = helhed.tenant() AND ($1::text IS NULL OR g.unit = $1) AND ($2::text IS NULL OR g.programme = $2)
      AND (g.course_id IS NULL OR EXISTS (
        SELECT FROM appointment a WHERE a.municipality = g.municipality AND a.course_id = g.course_id
          AND a.cancelled_at IS NULL AND a.ends_at > $3)))
  SELECT (SELECT count(*)::int FROM reached) AS total, coalesce((SELECT jsonb_agg(to_jsonb(p) ORDER BY p.id) FROM (
    SELECT * FROM reached WHERE $4::uuid IS NULL OR id > $4 ORDER BY id LIMIT $5) p), '[]') AS items`;
