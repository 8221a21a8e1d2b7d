import type { Look } from '@helhed/access';
import { GoalMoved } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { FieldError } from '@helhed/kernel';
import { Goal } from '../goals/goal.js';
import { isGoalShown, refusedAsLook } from '../goals/reach-goal.js';
import { GoalAction } from '../steps/step.js';
import { incomplete } from './conversation.js';
import type { RecordConversation } from './conversations.dto.js';

type Move = RecordConversation['moves'][number];

/**
 * What the family let go of, and what became of actions: as by the routes of each, in the conversation's transaction.
 * @throws DomainError `conversation-incomplete` naming what is no goal of the family in the programme, or no action of it; where
 * the plan is withheld none is (A-CMD-03)
 */
export async function moveGoals(
  look: Look,
  of: Pick<Goal, 'familyId' | 'programme'>,
  moves: readonly Move[],
): Promise<void> {
  const { tx } = look;
  const { manager, municipality } = tx;
  for (const [index, move] of moves.entries()) {
    const goal = await manager.findOneBy(Goal, { municipality, id: move.goalId, ...of });
    if (!goal || !(await isGoalShown(look, goal.id))) throw unknown(`moves.${index}.goalId`);
    await refusedAsLook(tx, () => make(tx, goal, move, index));
  }
}

async function make(tx: Tx, goal: Goal, move: Move, index: number): Promise<void> {
  const { manager, municipality, today } = tx;
  if (move.what === 'action') {
    const action = await manager.findOneBy(GoalAction, { municipality, id: move.actionId, goalId: goal.id });
    if (!action) throw unknown(`moves.${index}.actionId`);
    action.move(move.state, today);
    await manager.save(action);
  } else if (goal.leave(today)) {
    await manager.save(goal);
    tx.emit(GoalMoved, goal.moved());
  }
}

const unknown = (field: string) => {
  const error: FieldError = {
    field,
    rule: 'unknown',
    message: { da: 'Findes ikke i planen.', en: 'Not in the plan.' },
  };
  return incomplete([error]);
};
