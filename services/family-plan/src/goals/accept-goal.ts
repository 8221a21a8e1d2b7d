import { Looks, type Actor } from '@helhed/access';
import { GoalMoved } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { requireNamed } from '../families/named-in-family.js';
import { findAsked } from './find-asked.js';
import { GoalWords } from './goal.js';
import type { AcceptGoal as Told, GoalReceipt } from './goals.dto.js';
import { noteWords } from './note-words.js';
import { reachGoal, refusedAsLook } from './reach-goal.js';

@Injectable()
export class AcceptGoal {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** Somebody of the family accepts it in the own words; with the last of those who are asked it is a goal. Said again, it is as before, but for who is asked today. */
  async run(actor: Actor, id: string, told: Told): Promise<GoalReceipt> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const goal = await reachGoal(this.looks, tx, actor, acts.acceptGoal, id);
      const { municipality, familyId } = goal;
      const look = await this.looks.within(tx, actor, acts.acceptGoal);
      await requireNamed(look, familyId, { members: [told.personId] });
      const becomesOne = await refusedAsLook(tx, async () => {
        await noteWords(tx, id, told);
        const said = await tx.manager.findBy(GoalWords, { municipality, goalId: id });
        const heard = said.map(({ personId }) => personId);
        return goal.accept(await findAsked(tx, goal), heard, tx.today);
      });
      if (becomesOne) {
        await tx.manager.save(goal);
        tx.emit(GoalMoved, goal.moved());
      }
      tx.log({ kind: 'command', act: 'goal.accept', subjects: [familyId, told.personId] });
      return { id, familyId };
    });
  }
}
