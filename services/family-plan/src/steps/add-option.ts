import { Looks, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { ReachFamily } from '../families/reach-family.js';
import { Goal } from '../goals/goal.js';
import { reachGoal, refusedAsLook } from '../goals/reach-goal.js';
import { sealStep } from './step-texts.js';
import { GoalOption } from './step.js';
import type { AddOption as Wish, StepReceipt } from './steps.dto.js';

@Injectable()
export class AddOption {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, goalId: string, { text }: Wish): Promise<StepReceipt> {
    const { municipality } = actor;
    let familyId: string | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const goal = await reachGoal(this.looks, tx, actor, acts.addOption, goalId);
      await refusedAsLook(tx, () => goal.requireAgreed());
      const optionId = newId();
      const option = sealStep(tx.personalData, municipality, ['goal_option.option', optionId], text);
      await tx.manager.insert(GoalOption, { municipality, id: optionId, goalId, option, namedOn: tx.today });
      tx.log({ kind: 'command', act: 'goal.add-option', subjects: [goal.familyId] });
      ({ familyId } = goal);
      return { id: optionId };
    });
    if (familyId !== undefined) return { id, familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(Goal, { municipality, id: goalId });
    return { id, familyId: (await this.families.againInFamily(actor, acts.addOption, find)).familyId };
  }
}
