import { Looks, type Actor } from '@helhed/access';
import { GoalMoved } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import type { GoalReceipt } from './goals.dto.js';
import { reachGoal } from './reach-goal.js';

@Injectable()
export class LeaveGoal {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** The family does not want it, or no more; what an institution wrote stays with the institution. */
  async run(actor: Actor, id: string): Promise<GoalReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const goal = await reachGoal(this.looks, tx, actor, acts.leaveGoal, id);
      if (goal.leave(tx.today)) {
        await tx.manager.save(goal);
        tx.emit(GoalMoved, goal.moved());
      }
      tx.log({ kind: 'command', act: 'goal.leave', subjects: [goal.familyId] });
      return { id, familyId: goal.familyId };
    });
  }
}
