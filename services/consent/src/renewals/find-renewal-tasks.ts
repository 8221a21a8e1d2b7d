import { isFollowedUp, Looks, type AccessQuery, type Actor } from '@helhed/access';
import { purposesUntilFollowUp } from '@helhed/contracts';
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

interface Row extends Omit<RenewalTask, 'basis'> {
  readonly id: string;
  /** The day, or the end of a month whose day is not told. */
  readonly at: string;
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
      const after = this.paging.after('renewal-tasks', query) ?? ['', '', '00000000-0000-0000-0000-000000000000'];
      const asked = askingBases(look);
      const [at, because, id] = after.map((part) => asked.value(part, 'text'));
      const tasks = allTasks(asked, {
        expiry: until(renewal.noticeDays),
        birthdays: until(ages.noticeDays),
        told: until(ages.tellDays),
      });
      const [found] = await asked.rows<{ total: string; rows: Row[] | null }>(
        tx,
        `WITH tasks AS (${tasks}), page AS (
           SELECT * FROM tasks WHERE (at, because, id) > (${at}, ${because}, ${id}::uuid)
           ORDER BY at, because, id LIMIT ${asked.value(query.limit + 1, 'int')})
         SELECT (SELECT count(*) FROM tasks) AS total,
           (SELECT jsonb_agg(page ORDER BY at, because, id) FROM page) AS rows`,
      );
      const rows = found?.rows ?? [];
      const shown = rows.slice(0, query.limit);
      const bases = await loadBases(tx, { where: { id: In(shown.map((row) => row.id)) } });
      const { subjects, categories } = shownOf(bases, actor, 'entry');
      look.log(subjects, { categories });
      const view = (row: Row): RenewalTask => ({
        on: row.on,
        month: row.month,
        because: row.because,
        persons: row.persons,
        basis: toBasisView(
          bases.find((basis) => basis.id === row.id)!,
          actor,
          tx,
          'entry',
        ),
      });
      const position = ({ at, because, id }: Row) => [at, because, id];
      return this.paging.page('renewal-tasks', query, rows, Number(found?.total), view, position);
    });
  }
}

/**
 * What is in force today, was recorded in the actor's unit, was not given anew, and is for something that can be yet: what
 * is for the course alone is let go once the family is followed up (A-REL-07). Whom it covers no more follows from a
 * birth date, which nobody is told (A-BAS-12): until the day is told to all, it is its month alone that brings the task,
 * puts it in order and is shown.
 */
function allTasks(asked: AccessQuery, until: Readonly<Record<'expiry' | 'birthdays' | 'told', string>>): string {
  const { actor, today } = asked.question;
  const day = asked.value(today, 'date');
  return `
    WITH mine AS (
      SELECT b.id, b.persons, b.valid_to, b.municipality FROM basis b
      WHERE b.municipality = helhed.tenant() AND b.recorded_in_unit = ${asked.value(actor.unit ?? null, 'text')}
        AND b.ended IS NULL AND (b.valid_to IS NULL OR b.valid_to > ${day}) AND ${asked.reached}
        AND NOT (b.purpose = ANY (${asked.value(purposesUntilFollowUp, 'text[]')}) AND ${isFollowedUp('b')})
        AND NOT EXISTS (
          SELECT FROM basis r WHERE r.municipality = b.municipality AND r.renews = b.id AND r.ended IS NULL)
    ), uncovered AS (
      SELECT m.id, m.valid_to, c.person_id, c.to_date, c.to_date <= ${asked.value(until.told, 'date')} AS told,
        date_trunc('month', c.to_date::timestamp)::date AS month
      FROM mine m JOIN basis_cover c ON c.municipality = m.municipality AND c.basis_id = m.id
      WHERE c.state = 'covered' AND c.to_date > ${day}
    ), fewer AS (
      SELECT id, person_id, CASE WHEN told THEN to_date::text END AS "on", to_char(month, 'YYYY-MM') AS month
      FROM uncovered
      WHERE (told OR month <= ${asked.value(until.birthdays, 'date')}) AND (valid_to IS NULL
        OR CASE WHEN told THEN to_date < valid_to ELSE month + interval '1 month' <= valid_to END)
    )
    SELECT id, valid_to::text AS at, valid_to::text AS "on", to_char(valid_to, 'YYYY-MM') AS month, 'expires' AS because,
      persons
    FROM mine WHERE valid_to <= ${asked.value(until.expiry, 'date')}
    UNION ALL
    SELECT id, coalesce("on", month || '-end'), "on", month, 'covers-fewer', array_agg(person_id ORDER BY person_id)
    FROM fewer GROUP BY id, "on", month`;
}
