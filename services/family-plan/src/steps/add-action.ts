import { Looks, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { Goal } from '../goals/goal.js';
import { reachGoal, refusedAsLook } from '../goals/reach-goal.js';
import { sealStep } from './step-texts.js';
import { GoalAction } from './step.js';
import type { AddAction as Wish, StepReceipt } from './steps.dto.js';

@Injectable()
export class AddAction {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, goalId: string, { text, doer, dueOn }: Wish): Promise<StepReceipt> {
    const { municipality } = actor;
    let familyId: string | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const goal = await reachGoal(this.looks, tx, actor, acts.addAction, goalId);
      await refusedAsLook(tx, () => goal.requireAgreed());
      const look = await this.looks.within(tx, actor, acts.addAction);
      await requireNamed(look, goal.familyId, { members: doer.by === 'member' ? [doer.personId] : [] });
      const who =
        doer.by === 'member'
          ? { personId: doer.personId, unit: null, function: null }
          : { personId: null, unit: doer.unit, function: doer.function };
      const actionId = newId();
      const action = sealStep(tx.personalData, municipality, ['goal_action.action', actionId], text);
      const wish = { municipality, id: actionId, goalId, action, dueOn, ...who };
      await tx.manager.insert(GoalAction, GoalAction.plan(wish, tx.today));
      const concerned = who.personId === null ? [] : [who.personId];
      tx.log({ kind: 'command', act: 'goal.add-action', subjects: [goal.familyId, ...concerned] });
      ({ familyId } = goal);
      return { id: actionId };
    });
    if (familyId !== undefined) return { id, familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(Goal, { municipality, id: goalId });
    return { id, familyId: (await this.families.againInFamily(actor, acts.addAction, find)).familyId };
  }
}
