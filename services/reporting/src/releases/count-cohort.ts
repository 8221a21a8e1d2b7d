import type { Tx } from '@helhed/database';
import { countsAsCompleted } from '../figures/counted/completed.js';
import { followedUp } from '../figures/counted/goals.js';
import { scope } from '../figures/selection.js';
import { untilOf, type Cohort } from './cohort.js';

// each is counted among those before it, whatever was told, since what is released rests on it
const statement = `
  SELECT count(*)::int AS referred,
    count(*) FILTER (WHERE accepted)::int AS accepted,
    count(*) FILTER (WHERE placed)::int AS placed,
    count(*) FILTER (WHERE started)::int AS started,
    count(*) FILTER (WHERE completed)::int AS completed,
    count(*) FILTER (WHERE spoken)::int AS spoken,
    count(*) FILTER (WHERE moved)::int AS moved,
    coalesce(array_agg(days) FILTER (WHERE placed), '{}') AS days
  FROM (
    SELECT bool_or(accepted) AS accepted,
      bool_or(accepted AND placed) AS placed,
      bool_or(accepted AND placed AND started) AS started,
      bool_or(accepted AND completed) AS completed,
      bool_or(accepted AND placed AND spoken) AS spoken,
      bool_or(accepted AND placed AND spoken AND moved) AS moved,
      min(waiting_days) FILTER (WHERE accepted AND placed) AS days
    FROM (
      SELECT family_id, waiting_days,
        accepted_on <= $5::date AS accepted,
        assigned_on <= $5::date AS placed,
        ${countsAsCompleted} AND closed_on <= $5::date AS completed,
        EXISTS (SELECT FROM course c
                WHERE c.municipality = j.municipality AND c.generation = j.generation AND c.programme = j.programme
                  AND c.family_id = j.family_id AND c.started_on BETWEEN j.received_on AND $5::date) AS started,
        EXISTS (SELECT FROM conversation t
                WHERE t.municipality = j.municipality AND t.generation = j.generation AND t.programme = j.programme
                  AND t.family_id = j.family_id AND t.held_on BETWEEN j.received_on AND $5::date) AS spoken,
        family_id IN (SELECT g.family_id FROM ${followedUp("'-infinity'::date", '$5::date')} g
                      WHERE g.move IN ('agreed', 'step-taken')) AS moved
      FROM journey j
      WHERE ${scope} AND received_on BETWEEN $3::date AND $4::date) AS referral
    GROUP BY family_id) AS family`;

/** Every family, whomever it concerns: what is released names nobody. One statement, so one generation. */
export async function countCohort(tx: Tx, programme: string, year: number): Promise<Cohort> {
  const [cohort] = await tx.query<Cohort>(statement, [
    tx.municipality,
    programme,
    `${year}-01-01`,
    `${year}-12-31`,
    untilOf(year),
  ]);
  return cohort as Cohort;
}
