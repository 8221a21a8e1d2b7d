import type { Decision } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { openPoint } from '../registrations/registration-texts.js';
import { openStep } from '../steps/step-texts.js';
import { pointOf } from './goal-thing.js';
import { openWords } from './goal-words.js';
import type { GoalView } from './goals.dto.js';

type Shown = Required<Omit<GoalView, 'withheld' | 'workPoint'>>;
type Action = Shown['actions'][number];

/** As a statement reads it: what is encrypted in base64. */
export interface GoalRow extends Omit<Shown, 'actions'> {
  readonly actions: readonly (Omit<Action, 'doer'> & Record<'personId' | 'unit' | 'function', string | null>)[];
}

/** The same with the institution's own point, where the goal was offered from one. */
export interface GoalWithPoint extends GoalRow {
  readonly workPoint: Required<GoalView>['workPoint'] | null;
}

/** SQL: rows of a table of the goal `g`, as an array of objects. */
const ofGoal = (table: string, fields: string, order: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${order}), '[]')
    FROM ${table} t WHERE t.municipality = g.municipality AND t.goal_id = g.id)`;
const sealed = (column: string): string => `encode(t.${column}, 'base64')`;

/** The columns of a `GoalRow`, by its names, in the scope of `FROM goal g`. */
export const columnsOfGoal = {
  id: 'g.id',
  familyId: 'g.family_id',
  programme: 'g.programme',
  state: 'g.state',
  memberId: 'g.person_id',
  workPointId: 'g.work_point_id',
  words: ofGoal(
    'goal_words',
    `'personId', t.person_id, 'said', ${sealed('words')}, 'saidOn', t.said_on`,
    't.said_on, t.person_id',
  ),
  options: ofGoal('goal_option', `'id', t.id, 'text', ${sealed('option')}, 'namedOn', t.named_on`, 't.id'),
  actions: ofGoal(
    'goal_action',
    `'id', t.id, 'text', ${sealed('action')}, 'personId', t.person_id, 'unit', t.unit, 'function', t.function,
      'dueOn', t.due_on, 'state', t.state, 'movedOn', t.moved_on`,
    't.due_on, t.id',
  ),
  setOn: 'g.set_on::text',
  agreedOn: 'g.agreed_on::text',
  leftOn: 'g.left_on::text',
} as const satisfies Record<keyof GoalRow, string>;

export const columnsWithPoint = {
  ...columnsOfGoal,
  workPoint: `(SELECT jsonb_build_object('point', encode(wp.point, 'base64'), 'unit', reg.unit, 'filledOn', reg.filled_on)
    ${pointOf})`,
} as const satisfies Record<keyof GoalWithPoint, string>;

/** What the decision shows of it; only that is decrypted. */
export function toGoalView(row: GoalWithPoint, decision: Decision, tx: Tx): GoalView {
  const { id, familyId, programme } = row;
  const framed = { id, familyId, programme, withheld: decision.withheld };
  return decision.shows('plan') ? { ...framed, ...openGoal(row, tx), ...pointShown(row, decision, tx) } : framed;
}

/** The institution's own point, to whom the registration is shown that it stands in. */
export function pointShown(
  { workPointId, workPoint }: GoalWithPoint,
  decision: Decision,
  { municipality, personalData }: Tx,
): Pick<GoalView, 'workPoint'> {
  if (workPointId === null || workPoint === null || !decision.shows('goal.point', workPointId)) return {};
  return {
    workPoint: { ...workPoint, point: openPoint(personalData, municipality, workPointId, bytes(workPoint.point)) },
  };
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

/** All of it. */
export function openGoal(row: GoalRow, { municipality, personalData }: Tx) {
  const { id: goalId, state, memberId, workPointId, setOn, agreedOn, leftOn } = row;
  const words = row.words.map(({ personId, said, saidOn }) => ({
    personId,
    said: openWords(personalData, { municipality, goalId, personId }, bytes(said)),
    saidOn,
  }));
  const options = row.options.map(({ id, text, namedOn }) => ({
    id,
    text: openStep(personalData, municipality, ['goal_option.option', id], bytes(text)),
    namedOn,
  }));
  const actions = row.actions.map(({ id, text, dueOn, state: stands, movedOn, ...who }) => ({
    id,
    text: openStep(personalData, municipality, ['goal_action.action', id], bytes(text)),
    doer: doerOf(who),
    dueOn,
    state: stands,
    movedOn,
  }));
  return { state, memberId, workPointId, words, options, actions, setOn, agreedOn, leftOn };
}

const doerOf = ({
  personId,
  unit,
  function: name,
}: Record<'personId' | 'unit' | 'function', string | null>): Action['doer'] =>
  personId === null ? { by: 'unit', unit: unit as string, function: name as string } : { by: 'member', personId };

/** All goals of a family in a programme, for what keeps them as they are. */
export async function goalsAsTheyStand(tx: Tx, of: Pick<GoalRow, 'familyId' | 'programme'>) {
  const columns = Object.entries(columnsOfGoal).map(([name, sql]) => `${sql} AS "${name}"`);
  const rows = await tx.query<GoalRow>(
    `SELECT ${columns.join(', ')} FROM goal g
     WHERE g.municipality = helhed.tenant() AND g.family_id = $1 AND g.programme = $2 ORDER BY g.id`,
    [of.familyId, of.programme],
  );
  return rows.map((row) => ({ id: row.id, ...openGoal(row, tx) }));
}
