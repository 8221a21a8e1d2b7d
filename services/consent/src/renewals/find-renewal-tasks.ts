import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { shownOf, toBasisView } from '../bases/basis-view.js';
import { loadBases } from '../bases/load-bases.js';
import { addDays } from '../cover/dates.js';
import type { RenewalQuery, RenewalTask } from './renewals.dto.js';

interface Row {
  readonly id: string;
  readonly on: string;
  readonly because: RenewalTask['because'];
  readonly persons: string[];
  readonly total: string;
}

@Injectable()
export class FindRenewalTasks {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  /** What the actor's own unit recorded and will soon not hold, the first first. What was given anew is no task. */
  async page(actor: Actor, query: RenewalQuery): Promise<Page<RenewalTask>> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { ages, renewal } = getGroundRules();
      const until = (rule: Parameters<typeof valueOn>[0]) => addDays(tx.today, valueOn(rule, tx.today));
      const [on = '0001-01-01', because = '', id = '00000000-0000-0000-0000-000000000000'] =
        this.paging.after('renewal-tasks', query) ?? [];
      const last = [on, because, id];
      const soon = [actor.unit, tx.today, until(renewal.noticeDays), until(ages.noticeDays)];
      const rows = await tx.query<Row>(tasks, [...soon, ...last, query.limit + 1]);
      const [counted] = await tx.query<{ total: string }>(`SELECT count(*) AS total FROM (${allTasks}) t`, soon);
      const shown = rows.slice(0, query.limit);
      const bases = await loadBases(tx, { where: { id: In(shown.map((row) => row.id)) } });
      tx.log({ kind: 'look', act: 'renewal.list', ...shownOf(bases, actor, 'entry') });
      const view = (row: Row): RenewalTask => ({
        on: row.on,
        because: row.because,
        persons: row.persons,
        basis: toBasisView(
          bases.find((basis) => basis.id === row.id)!,
          actor,
          tx.personalData,
          'entry',
        ),
      });
      const position = (row: Row) => [row.on, row.because, row.id];
      return this.paging.page('renewal-tasks', query, rows, Number(counted?.total), view, position);
    });
  }
}

// in force today, recorded in the unit ($1), and not given anew
const mine = `
  SELECT b.id, b.persons, b.valid_to, b.municipality FROM basis b
  WHERE b.municipality = helhed.tenant() AND b.recorded_in_unit = $1 AND b.ended IS NULL
    AND (b.valid_to IS NULL OR b.valid_to > $2)
    AND NOT EXISTS (SELECT FROM basis r WHERE r.municipality = b.municipality AND r.renews = b.id AND r.ended IS NULL)`;

const allTasks = `
  WITH mine AS (${mine})
  SELECT id, valid_to::text AS "on", 'expires' AS because, persons FROM mine WHERE valid_to <= $3::date
  UNION ALL
  SELECT m.id, c.to_date::text, 'covers-fewer', array_agg(c.person_id ORDER BY c.person_id)
  FROM mine m JOIN basis_cover c ON c.municipality = m.municipality AND c.basis_id = m.id
  WHERE c.state = 'covered' AND c.to_date > $2::date AND c.to_date <= $4::date
    AND (m.valid_to IS NULL OR c.to_date < m.valid_to)
  GROUP BY m.id, c.to_date`;

const tasks = `
  SELECT * FROM (${allTasks}) t WHERE ("on", because, id) > ($5, $6, $7::uuid) ORDER BY "on", because, id LIMIT $8`;
