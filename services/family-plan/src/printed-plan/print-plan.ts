import { Looks, type Actor, type Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { toFamilyView, type FamilyRow } from '../families/families.dto.js';
import { familyThing } from '../families/family-thing.js';
import { columnsOfFamily } from '../families/find-family.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { printedGoal } from '../goals/goal-thing.js';
import { findAsked } from '../goals/find-asked.js';
import { columnsWithPoint, openGoal, pointShown, type GoalWithPoint } from '../goals/show-goal.js';
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
      const all = await goalsOf(look, familyId);
      const seen = all.flatMap(({ goal }) => goal ?? []);
      const asked = await askedFor(tx, familyId, seen);
      const theirs = seen.filter((goal) =>
        isFor(showsWho ? recipientId : undefined, goal, row.members, asked.get(goal.memberId) ?? []),
      );
      const goals = theirs.filter(({ state }) => state === 'agreed');
      // of a goal that is not on the paper nothing is named as left out: it would tell that there is one
      const named = all.filter(({ goal }) => !goal || goals.includes(goal));
      return {
        printedOn: tx.today,
        recipientId,
        members: members.map(({ personId, role, name }) => ({ personId, role, name })),
        goals,
        offered: theirs.filter(({ state }) => state === 'offered').length,
        showsPlan: seen.length > 0 || all.length === 0,
        withheld: [...decision.withheld, ...named.flatMap(({ decision: { withheld } }) => withheld)],
      };
    });
  }
}

async function goalsOf(look: Look, familyId: string) {
  const query = look.query(printedGoal, ['plan', 'goal.point']);
  const { rows } = await look.list<GoalWithPoint>(query, {
    from: 'goal g',
    where: ['g.municipality = helhed.tenant()', `g.family_id = ${query.value(familyId, 'uuid')}`],
    columns: columnsWithPoint,
    order: 'g.id',
    limit: mostGoals,
  });
  return rows.map(({ facts, ...row }) => {
    const decision = look.item(query, facts);
    const { id, familyId: of, programme } = row;
    const goal: Goal | undefined = decision.shows('plan')
      ? { id, familyId: of, programme, ...openGoal(row, look.tx), ...pointShown(row, decision, look.tx) }
      : undefined;
    return { goal, decision };
  });
}

/** Of each member who has a goal, who must accept one when it is offered. */
async function askedFor(tx: Tx, familyId: string, goals: readonly Goal[]): Promise<Map<string | null, string[]>> {
  const asked = new Map<string | null, string[]>();
  for (const personId of new Set(goals.map(({ memberId }) => memberId)))
    if (personId !== null) asked.set(personId, await findAsked(tx, { familyId, personId }));
  return asked;
}

const what = { da: 'Planen', en: 'The plan' };
