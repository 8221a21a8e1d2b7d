import type { Figures } from '../figure.js';
import type { Parts } from '../parts.js';
import { scope, type Selection } from '../selection.js';

const moves: Parts = {
  by: { da: 'bevægelse', en: 'movement' },
  names: () => [
    { code: 'step-taken', text: { da: 'mindst én handling mere er gjort', en: 'at least one more action is done' } },
    { code: 'agreed', text: { da: 'aftalt med forældrene', en: 'agreed to by the parents' } },
    { code: 'left', text: { da: 'familien lod det ligge', en: 'left by the family' } },
  ],
};

// the last conversation that kept it, against the last before the period, or else the first of all
const before = (what: string, from: string): string => `coalesce(
  (array_agg(${what} ORDER BY held_on DESC, conversation_id DESC) FILTER (WHERE held_on < ${from}))[1],
  (array_agg(${what} ORDER BY held_on, conversation_id))[1])`;
const after = (what: string): string => `(array_agg(${what} ORDER BY held_on DESC, conversation_id DESC))[1]`;

/**
 * Each goal once, that was not left and that two conversations kept, the later of them in the period, and its `move`.
 * @param from SQL, as is `to`: the first day and the last
 */
export const followedUp = (from: string, to: string): string => `(
  SELECT goal_id, family_id, held_on, CASE
      WHEN state = 'left' THEN 'left' WHEN done > done_before THEN 'step-taken'
      WHEN state = 'agreed' AND state_before = 'offered' THEN 'agreed' END AS move
  FROM (
    SELECT goal_id, family_id, max(held_on) AS held_on,
      ${before('state', from)} AS state_before, ${after('state')} AS state, ${before('done', from)} AS done_before, ${after('done')} AS done
    FROM (
      SELECT conversation_id, family_id, held_on, (g.value ->> 'goalId')::uuid AS goal_id, g.value ->> 'state' AS state,
        (g.value ->> 'done')::int AS done
      FROM conversation CROSS JOIN LATERAL jsonb_array_elements(goals) g
      WHERE ${scope} AND held_on <= ${to}) AS kept
    GROUP BY goal_id, family_id HAVING count(*) > 1 AND max(held_on) >= ${from}) AS compared
  WHERE state_before <> 'left')`;

const goal: Selection = {
  from: `${followedUp('$3::date', '$4::date')} AS followed_up`,
  where: 'true',
  id: 'goal_id',
  family: 'family_id',
  on: 'held_on',
};

export const goals: Figures<'goals-followed-up' | 'goals-moved'> = {
  'goals-followed-up': {
    version: 1,
    name: { da: 'Mål fulgt op', en: 'Goals followed up' },
    definition: {
      da: 'Familiers mål, som stod ved en samtale i perioden og ved en tidligere samtale, hvert talt én gang; ikke dem, familien allerede havde ladet ligge.',
      en: 'Families’ goals that stood at a conversation in the period and at an earlier one, each counted once; not those that the family had left already.',
    },
    unit: 'goals',
    denominator: null,
    rows: goal,
  },
  'goals-moved': {
    version: 1,
    name: { da: 'Mål, der har flyttet sig', en: 'Goals that moved' },
    definition: {
      da: 'Mål fulgt op i perioden, som ved den sidste samtale stod anderledes end ved den sidste før perioden, eller ellers ved den første: familien lod det ligge, eller flere af dets handlinger er gjort, eller det er aftalt; det første, der gælder.',
      en: 'Goals followed up in the period that at the last conversation stood otherwise than at the last before the period, or else at the first: left by the family, or more of its actions done, or agreed to; the first that holds.',
    },
    unit: 'goals',
    denominator: {
      da: 'Mål fulgt op i perioden.',
      en: 'Goals followed up in the period.',
    },
    rows: { ...goal, where: 'move IS NOT NULL', part: 'move' },
    over: (counts) => counts.total('goals-followed-up'),
    parts: moves,
  },
};
