import type { GroupNeed } from '../groups/groups.dto.js';
import type { Tx } from '@helhed/database';
import { openStates } from './need-states.js';

const coming = (who: string): string => `(SELECT count(DISTINCT m.person_id)::int FROM family_group own
  JOIN seat s ON s.municipality = own.municipality AND s.group_id = own.id AND (s.ended_at IS NULL OR s.ended_at >= a.starts_at)
  JOIN enrolled_member m ON m.municipality = s.municipality AND m.place_id = s.place_id AND m.family_id = s.family_id
  WHERE own.municipality = a.municipality AND own.course_id = a.course_id AND ${who})`;

/** SQL, in the scope of `appointment_need n` and its `appointment a`: for how many it is; to a theme evening come parents alone. */
export const people = `CASE WHEN n.kind = 'interpreter' OR n.state IN ('to-call-off', 'not-needed') THEN NULL
  WHEN n.kind = 'meal' THEN ${coming(`(a.kind = 'session' OR m.role = 'parent')`)}
  ELSE coalesce(n.children, ${coming(`m.role = 'child'`)}) END`;

/** SQL: a state in which somebody has something to do. */
export const isOpen = `n.state IN (${openStates.map((state) => `'${state}'`).join(', ')})`;

/** What a group's sessions need: meals, and how many children are minded, of no family by itself; not how many where one is withheld. */
export async function countGroupNeeds(tx: Tx, courseId: string, isWhole: boolean): Promise<GroupNeed[]> {
  const needs = await tx.query<GroupNeed>(
    `SELECT session, kind, least(sum(people), max(whole))::int AS people, bool_or(open) AS open FROM (
       SELECT n.appointment_id AS session, n.kind, a.starts_at, coalesce(${people}, 0) AS people, ${isOpen} AS open,
         max(CASE WHEN n.family_id IS NULL THEN ${people} END) OVER same AS whole
       FROM appointment a JOIN appointment_need n ON n.municipality = a.municipality AND n.appointment_id = a.id
       WHERE a.municipality = helhed.tenant() AND a.course_id = $1 AND n.kind IN ('meal', 'child-minding')
         AND n.state <> 'not-needed'
       WINDOW same AS (PARTITION BY n.appointment_id, n.kind)) each
     GROUP BY session, kind, starts_at ORDER BY starts_at, session, kind`,
    [courseId],
  );
  return isWhole ? needs : needs.map((need) => ({ ...need, people: null }));
}
