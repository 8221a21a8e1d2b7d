import { Looks, type Actor } from '@helhed/access';
import { GoalMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { ReachFamily } from '../families/reach-family.js';
import { WorkPoint } from '../registrations/registration.js';
import { Goal } from './goal.js';
import type { GoalReceipt, SetGoal as Wish } from './goals.dto.js';
import { noteWords } from './note-words.js';
import { requireMembers } from './require-member.js';

@Injectable()
export class SetGoal {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
    private readonly looks: Looks,
  ) {}

  /** A work point is offered, or the family says a goal. Of a point that is offered or agreed already it is that goal. */
  async run(actor: Actor, wish: Wish): Promise<GoalReceipt> {
    const { municipality } = actor;
    let made: Goal | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      await this.families.named(tx, actor, acts.setGoal, wish.familyId);
      made = wish.from === 'family' ? await this.#say(tx, actor, wish) : await this.#offer(tx, actor, wish);
      const concerned = made.personId === null ? [] : [made.personId];
      tx.log({ kind: 'command', act: 'goal.set', subjects: [wish.familyId, ...concerned] });
      return { id: made.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return { id, familyId: made.familyId };
    const find = ({ manager }: Tx) => manager.findOneByOrFail(Goal, { municipality, id });
    const { familyId } = await this.families.again(actor, acts.setGoal, find);
    return { id, familyId };
  }

  async #offer(tx: Tx, actor: Actor, { familyId, workPointId }: Extract<Wish, { from: 'work-point' }>): Promise<Goal> {
    const { manager, municipality } = tx;
    const point = await manager.findOneBy(WorkPoint, { municipality, id: workPointId, familyId });
    if (!point) throw noPoint();
    const programme = await this.#programme(tx, actor, familyId, point.programme);
    const open = { municipality, workPointId, state: In(['offered', 'agreed']) };
    const before = await manager.findOneBy(Goal, open);
    if (before) return before;
    const origin = { municipality, id: newId(), familyId, programme, unit: actor.unit as string, workPointId };
    return insert(tx, Goal.offer({ ...origin, personId: point.personId }, tx.today));
  }

  async #say(tx: Tx, actor: Actor, wish: Extract<Wish, { from: 'family' }>): Promise<Goal> {
    const { familyId, memberId: personId = null, words } = wish;
    await requireMembers(tx, acts.setGoal, familyId, [words.personId, ...(personId === null ? [] : [personId])]);
    const programme = await this.#programme(tx, actor, familyId, wish.programme);
    const { municipality } = tx;
    const origin = { municipality, id: newId(), familyId, programme, unit: actor.unit as string, workPointId: null };
    const goal = await insert(tx, Goal.say({ ...origin, personId }, tx.today));
    await noteWords(tx, goal.id, words);
    return goal;
  }

  async #programme(tx: Tx, actor: Actor, familyId: string, named: string | undefined): Promise<string> {
    return chooseProgramme(await this.looks.within(tx, actor, acts.setGoal), familyId, named);
  }
}

async function insert(tx: Tx, goal: Goal): Promise<Goal> {
  await tx.manager.insert(Goal, goal);
  tx.emit(GoalMoved, goal.moved());
  return goal;
}

const noPoint = (): DomainError =>
  new DomainError('rule', 'work-point-unknown', {
    da: 'Arbejdspunktet kendes ikke i familien.',
    en: 'The work point is not known in the family.',
  });
