import { randomBytes } from 'node:crypto';
import { Paging } from '@helhed/web';
import { AcceptGoal } from '../src/goals/accept-goal.js';
import { FindGoals } from '../src/goals/find-goals.js';
import type { AcceptGoal as Said, SetGoal as Wish } from '../src/goals/goals.dto.js';
import { LeaveGoal } from '../src/goals/leave-goal.js';
import { SetGoal } from '../src/goals/set-goal.js';
import { FillRegistration } from '../src/registrations/fill-registration.js';
import { FindRegistrations } from '../src/registrations/find-registrations.js';
import { AddAction } from '../src/steps/add-action.js';
import { AddOption } from '../src/steps/add-option.js';
import { MoveAction } from '../src/steps/move-action.js';
import type { AddAction as PlanAction, MoveAction as Moved } from '../src/steps/steps.dto.js';
import { as } from './actors.js';
import { basis, tellStructure } from './cases.js';
import { frida, gitte, kim, type Family, type Somebody } from './family-h.js';
import type { World } from './world.js';

export const answer = 'Alma trøster de andre børn.';
export const point = 'At Alma tør sige til, når legen bliver for vild.';
const paging = new Paging(randomBytes(32));
const firstPage = { limit: 50 };

/** The contact pedagogue, who is told who is in the family and that it has a place, or another fills in the form about Alma, with one work point. */
export async function fill(
  world: World,
  family: Family,
  { by = kim, key, ...changes }: { by?: Somebody; key?: string } & Record<string, unknown> = {},
) {
  const { familyId, alma } = family;
  if (by === kim)
    await tellStructure(world, family, 'db-stjernen', {
      purpose: 'contact-support',
      categories: ['family-structure', 'enrolment'],
    });
  return as(
    by,
    (actor) =>
      new FillRegistration(world.database, world.families).run(actor, {
        familyId,
        personId: alma,
        filledOn: '2026-09-24',
        answers: [{ field: 'strengths', said: answer }],
        workPoints: [point],
        ...changes,
      }),
    key,
  );
}

export const registrations = ({ looks }: World, { familyId }: Family, by: Somebody = kim) =>
  as(by, (actor) => new FindRegistrations(looks, paging).ofFamily(actor, familyId, firstPage));

/** The first work point of the newest registration that the contact pedagogue reads. */
export async function workPointOf(world: World, family: Family): Promise<string> {
  const { items } = await registrations(world, family);
  return items.at(-1)?.workPoints?.[0]?.id as string;
}

export const set = ({ database, families }: World, wish: Wish, by: Somebody = gitte, key?: string) =>
  as(by, (actor) => new SetGoal(database, families).run(actor, wish), key);

/** What lets the group's leader, or a unit of another area, read what the contact pedagogue registered of Alma. */
export const tellForm = (world: World, { familyId, alma }: Family, changes: Parameters<typeof basis>[3] = {}) =>
  basis(world, familyId, [alma], {
    purpose: 'course',
    fromUnit: 'db-stjernen',
    toUnit: 'familiestuen',
    categories: ['registration-form'],
    ...changes,
  });

/** A work point of the contact pedagogue's, which the group's leader, or the coordinator, may read. */
export async function pointTold(world: World, family: Family, to: Somebody = gitte): Promise<string> {
  await fill(world, family);
  await tellForm(world, family, to === frida ? { purpose: 'coordination', toUnit: frida.unit } : {});
  return workPointOf(world, family);
}

/** What the contact pedagogue would work on is offered to the parents, by whom it is told to. */
export async function offered(world: World, family: Family, by: Somebody = gitte): Promise<string> {
  const workPointId = await pointTold(world, family, by);
  return (await set(world, { from: 'work-point', familyId: family.familyId, workPointId }, by)).id;
}

export const words = (personId: string, said = 'Vi vil øve os i at sige stop.'): Said => ({
  personId,
  said,
  saidOn: '2026-09-28',
});

export const accept = ({ database, looks }: World, id: string, said: Said, by: Somebody = gitte) =>
  as(by, (actor) => new AcceptGoal(database, looks).run(actor, id, said));

export const leave = ({ database, looks }: World, id: string, by: Somebody = gitte) =>
  as(by, (actor) => new LeaveGoal(database, looks).run(actor, id));

export const goals = ({ looks }: World, { familyId }: Family, by: Somebody = gitte) =>
  as(by, (actor) => new FindGoals(looks, paging).ofFamily(actor, familyId, firstPage));

export const addOption = (
  { database, families, looks }: World,
  id: string,
  text: string,
  by: Somebody = gitte,
  key?: string,
) => as(by, (actor) => new AddOption(database, families, looks).run(actor, id, { text }), key);

export const addAction = (
  { database, families, looks }: World,
  id: string,
  wish: PlanAction,
  by: Somebody = gitte,
  key?: string,
) => as(by, (actor) => new AddAction(database, families, looks).run(actor, id, wish), key);

export const moveAction = ({ database, looks }: World, id: string, wish: Moved, by: Somebody = gitte) =>
  as(by, (actor) => new MoveAction(database, looks).run(actor, id, wish));

/** What a parent says the family wants. */
export const said = async (world: World, { familyId, maja }: Family): Promise<string> =>
  (await set(world, { from: 'family', familyId, words: words(maja) })).id;
