import type { Actor, Look } from '@helhed/access';
import { GoalMoved } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { isRegistrationShown } from '../registrations/reach-registration.js';
import { WorkPoint } from '../registrations/registration.js';
import { Goal } from './goal.js';
import type { GoalReceipt, SetGoal as Wish } from './goals.dto.js';
import { noteWords } from './note-words.js';
import { isPlanShown } from './reach-goal.js';

@Injectable()
export class SetGoal {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /** A work point is offered, or the family says a goal. Of a point that is offered or agreed already it is that goal. */
  async run(actor: Actor, wish: Wish): Promise<GoalReceipt> {
    const { municipality } = actor;
    let made: Goal | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const look = await this.families.named(tx, actor, acts.setGoal, wish.familyId);
      made = wish.from === 'family' ? await this.#say(look, wish) : await this.#offer(look, wish);
      const concerned = made.personId === null ? [] : [made.personId];
      tx.log({ kind: 'command', act: 'goal.set', subjects: [wish.familyId, ...concerned] });
      return { id: made.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return { id, familyId: made.familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(Goal, { municipality, id });
    const { familyId } = await this.families.again(actor, acts.setGoal, find);
    return { id, familyId };
  }

  async #offer(look: Look, { familyId, workPointId }: Extract<Wish, { from: 'work-point' }>): Promise<Goal> {
    const { tx, actor } = look;
    const { manager, municipality } = tx;
    const point = await manager.findOneBy(WorkPoint, { municipality, id: workPointId, familyId });
    // a point is the registration's, and what becomes of it the plan's: to whom either is withheld, none is known (A-CMD-03)
    if (!point || !(await isRegistrationShown(look, point.registrationId))) throw noPoint();
    if (!(await isPlanShown(look, familyId, point.programme))) throw noPoint();
    const programme = await chooseProgramme(look, familyId, point.programme);
    const open = { municipality, workPointId, state: In(['offered', 'agreed']) };
    const before = await manager.findOneBy(Goal, open);
    if (before) return before;
    const origin = { municipality, id: newId(), familyId, programme, unit: actor.unit as string, workPointId };
    return insert(tx, Goal.offer({ ...origin, personId: point.personId }, tx.today));
  }

  async #say(look: Look, wish: Extract<Wish, { from: 'family' }>): Promise<Goal> {
    const { tx, actor } = look;
    const { familyId, memberId: personId = null, words } = wish;
    await requireNamed(look, familyId, { members: [words.personId, ...(personId === null ? [] : [personId])] });
    const programme = await chooseProgramme(look, familyId, wish.programme);
    const { municipality } = tx;
    const origin = { municipality, id: newId(), familyId, programme, unit: actor.unit as string, workPointId: null };
    const goal = await insert(tx, Goal.say({ ...origin, personId }, tx.today));
    await noteWords(tx, goal.id, words);
    return goal;
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
