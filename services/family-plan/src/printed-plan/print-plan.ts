import { Looks, type Actor, type Look } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { toFamilyView, type FamilyRow } from '../families/families.dto.js';
import { familyThing } from '../families/family-thing.js';
import { columnsOfFamily } from '../families/find-family.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { goalThing } from '../goals/goal-thing.js';
import { findParents } from '../families/find-parents.js';
import { columnsOfGoal, openGoal, type GoalRow } from '../goals/show-goal.js';
import { isFor, type Goal, type PrintedPlan } from './printed-plan.js';

const mostGoals = 1000;

@Injectable()
export class PrintPlan {
  constructor(private readonly looks: Looks) {}

  /**
   * What whoever prints it may see of the plan today, and of that what is for the recipient. It is kept nowhere.
   * Whoever may not see who is in the family hears nothing of it by whom it is for: then it is the same for everybody.
   * @throws DomainError as `lookAtFamily` does; `not-found` too where the recipient is not of the family
   */
  async run(actor: Actor, familyId: string, recipientId: string): Promise<PrintedPlan> {
    return this.looks.at(actor, acts.printPlan, async (look) => {
      const { tx } = look;
      const query = look.query(familyThing, ['family.structure', 'family.identity']);
      const columns = columnsOfFamily(query.value(tx.today, 'date'));
      const { decision, ...row } = await lookAtFamily<FamilyRow>(look, query, familyId, columns);
      const showsWho = decision.shows('family.structure');
      if (showsWho && row.members.every(({ personId }) => personId !== recipientId)) throw notFound(what);
      const { members = [] } = toFamilyView(row, decision, tx);
      const [all, askers] = [await goalsOf(look, familyId), await findParents(tx, familyId)];
      const seen = all.flatMap(({ goal }) => goal ?? []);
      const theirs = seen.filter((goal) => isFor(showsWho ? recipientId : undefined, goal, row.members, askers));
      return {
        printedOn: tx.today,
        recipientId,
        members: members.map(({ personId, role, name }) => ({ personId, role, name })),
        goals: theirs.filter(({ state }) => state === 'agreed'),
        offered: theirs.filter(({ state }) => state === 'offered').length,
        showsPlan: seen.length > 0 || all.length === 0,
        withheld: [...decision.withheld, ...all.flatMap(({ decision: { withheld } }) => withheld)],
      };
    });
  }
}

async function goalsOf(look: Look, familyId: string) {
  const query = look.query(goalThing, ['plan']);
  const { rows } = await look.list<GoalRow>(query, {
    from: 'goal g',
    where: ['g.municipality = helhed.tenant()', `g.family_id = ${query.value(familyId, 'uuid')}`],
    columns: columnsOfGoal,
    order: 'g.id',
    limit: mostGoals,
  });
  return rows.map(({ facts, ...row }) => {
    const decision = look.item(query, facts);
    const { id, familyId: of, programme } = row;
    const goal: Goal | undefined = decision.shows('plan')
      ? { id, familyId: of, programme, ...openGoal(row, look.tx) }
      : undefined;
    return { goal, decision };
  });
}

const what = { da: 'Planen', en: 'The plan' };
