import { Looks, type AccessQuery, type Actor } from '@helhed/access';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { acts } from '../bases/acts.js';
import { shownOf, toBasisView } from '../bases/basis-view.js';
import { loadBases } from '../bases/load-bases.js';
import { askingBases } from '../bases/reach.js';
import { addDays } from '../cover/dates.js';
import type { RenewalQuery, RenewalTask } from './renewals.dto.js';

interface Row {
  readonly id: string;
  readonly on: string;
  readonly because: RenewalTask['because'];
  readonly persons: string[];
}

@Injectable()
export class FindRenewalTasks {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** What the actor's own unit recorded and will soon not hold, the first first. What was given anew is no task. */
  async page(actor: Actor, query: RenewalQuery): Promise<Page<RenewalTask>> {
    return this.looks.at(actor, acts.renewals, async (look) => {
      const { tx } = look;
      const { ages, renewal } = getGroundRules();
      const until = (rule: Parameters<typeof valueOn>[0]) => addDays(tx.today, valueOn(rule, tx.today));
      const after = this.paging.after('renewal-tasks', query) ?? [
        '0001-01-01',
        '',
        '00000000-0000-0000-0000-000000000000',
      ];
      const asked = askingBases(look);
      const [on, because, id] = after.map((part) => asked.value(part, 'text'));
      const tasks = allTasks(asked, { expiry: until(renewal.noticeDays), birthdays: until(ages.noticeDays) });
      const [found] = await asked.rows<{ total: string; rows: Row[] | null }>(
        tx,
        `WITH tasks AS (${tasks}), page AS (
           SELECT * FROM tasks WHERE ("on", because, id) > (${on}, ${because}, ${id}::uuid)
           ORDER BY "on", because, id LIMIT ${asked.value(query.limit + 1, 'int')})
         SELECT (SELECT count(*) FROM tasks) AS total,
           (SELECT jsonb_agg(page ORDER BY "on", because, id) FROM page) AS rows`,
      );
      const rows = found?.rows ?? [];
      const shown = rows.slice(0, query.limit);
      const bases = await loadBases(tx, { where: { id: In(shown.map((row) => row.id)) } });
      const { subjects, categories } = shownOf(bases, actor, 'entry');
      look.log(subjects, { categories });
      const view = (row: Row): RenewalTask => ({
        on: row.on,
        because: row.because,
        persons: row.persons,
        basis: toBasisView(
          bases.find((basis) => basis.id === row.id)!,
          actor,
          tx,
          'entry',
        ),
      });
      const position = (row: Row) => [row.on, row.because, row.id];
      return this.paging.page('renewal-tasks', query, rows, Number(found?.total), view, position);
    });
  }
}

/** What is in force today, was recorded in the actor's unit, and was not given anew. */
function allTasks(asked: AccessQuery, until: { readonly expiry: string; readonly birthdays: string }): string {
  const { actor, today } = asked.question;
  const day = asked.value(today, 'date');
  return `
    WITH mine AS (
      SELECT b.id, b.persons, b.valid_to, b.municipality FROM basis b
      WHERE b.municipality = helhed.tenant() AND b.recorded_in_unit = ${asked.value(actor.unit ?? null, 'text')}
        AND b.ended IS NULL AND (b.valid_to IS NULL OR b.valid_to > ${day}) AND ${asked.reached}
        AND NOT EXISTS (
          SELECT FROM basis r WHERE r.municipality = b.municipality AND r.renews = b.id AND r.ended IS NULL)
    )
    SELECT id, valid_to::text AS "on", 'expires' AS because, persons FROM mine
    WHERE valid_to <= ${asked.value(until.expiry, 'date')}
    UNION ALL
    SELECT m.id, c.to_date::text, 'covers-fewer', array_agg(c.person_id ORDER BY c.person_id)
    FROM mine m JOIN basis_cover c ON c.municipality = m.municipality AND c.basis_id = m.id
    WHERE c.state = 'covered' AND c.to_date > ${day} AND c.to_date <= ${asked.value(until.birthdays, 'date')}
      AND (m.valid_to IS NULL OR c.to_date < m.valid_to)
    GROUP BY m.id, c.to_date`;
}
