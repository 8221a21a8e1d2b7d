import { Looks, type Actor } from '@helhed/access';
import { GoalMoved } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { findParents } from '../families/find-parents.js';
import { requireNamed } from '../families/named-in-family.js';
import { GoalWords } from './goal.js';
import type { AcceptGoal as Told, GoalReceipt } from './goals.dto.js';
import { noteWords } from './note-words.js';
import { reachGoal } from './reach-goal.js';

@Injectable()
export class AcceptGoal {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Somebody of the family accepts it in the own words; with the last parent's it is a goal. Said again, it is as before. */
  async run(actor: Actor, id: string, told: Told): Promise<GoalReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const goal = await reachGoal(this.looks, tx, actor, acts.acceptGoal, id);
      const { municipality, familyId } = goal;
      const look = await this.looks.within(tx, actor, acts.acceptGoal);
      await requireNamed(look, familyId, { members: [told.personId] });
      await noteWords(tx, id, told);
      const heard = (await tx.manager.findBy(GoalWords, { municipality, goalId: id })).map(({ personId }) => personId);
      if (goal.accept(await findParents(tx, familyId), heard, tx.today)) {
        await tx.manager.save(goal);
        tx.emit(GoalMoved, goal.moved());
      }
      tx.log({ kind: 'command', act: 'goal.accept', subjects: [familyId, told.personId] });
      return { id, familyId };
    });
  }
}
