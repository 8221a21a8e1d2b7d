import { Looks, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { reachGoal, refusedAsLook } from '../goals/reach-goal.js';
import { GoalAction } from './step.js';
import type { MoveAction as Wish, StepReceipt } from './steps.dto.js';

@Injectable()
export class MoveAction {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Done, dropped, or to be done after all. @throws DomainError `action-unknown` (422) of what is no action of the goal */
  async run(actor: Actor, goalId: string, { actionId, state }: Wish): Promise<StepReceipt> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const { familyId } = await reachGoal(this.looks, tx, actor, acts.moveAction, goalId);
      const action = await refusedAsLook(tx, async () => {
        const found = await tx.manager.findOneBy(GoalAction, { municipality, id: actionId, goalId });
        if (!found) throw unknown();
        return found;
      });
      action.move(state, tx.today);
      await tx.manager.save(action);
      tx.log({ kind: 'command', act: 'goal.move-action', subjects: [familyId] });
      return { id: actionId, familyId };
    });
  }
}

const unknown = (): DomainError =>
  new DomainError('rule', 'action-unknown', {
    da: 'Målet har ikke den handling.',
    en: 'The goal has no such action.',
  });
