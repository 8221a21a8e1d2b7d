import type { Acting } from './asker.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Request } from './request.js';
import { planSection, registrationSection, type Section } from './sections.js';
import { showSection } from './show.js';
import { familyFor, only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** A-FAM-22, 25 and 29: what was registered of a family's children, its goals and conversations, to whoever reached the family. */
export function plansFor(world: World, { row }: Request, thing: Reached | undefined): Reached[] {
  const item = (id: string, section: Section): Reached => ({
    id,
    holds: thing?.holds ?? [],
    sections: [section],
    concerned: { families: [thing?.id ?? ''] },
  });
  if (row.id === 'A-FAM-22')
    return (world.registrations ?? [])
      .filter(({ family }) => family === thing?.id)
      .map((each) => item(each.id, registrationSection(each)));
  const ofPlan = (row.id === 'A-FAM-25' ? world.goals : world.conversations) ?? [];
  return ofPlan.filter(({ family }) => family === thing?.id).map((each) => item(each.id, planSection(world, each)));
}

/** A-FAM-30: a conversation, by a relation to its family. */
export function conversationFor(world: World, who: Acting, request: Request): Reached | undefined {
  const conversation = world.conversations?.find(({ id }) => id === request.target);
  const family = conversation && familyOf(world, conversation.family);
  const reached = family && familyFor(world, who, request, family);
  return reached && { ...reached, id: conversation.id, sections: [planSection(world, conversation)] };
}

/** A-FAM-23, 24, 28 and 34: whose words a goal gets, or who was informed, is somebody of the family. */
export function speaks(world: World, request: Request): boolean {
  const { named, target } = request;
  if (named?.parent === undefined) return true;
  const family = named.family ?? world.goals?.find(({ id }) => id === target)?.family ?? '';
  return familyOf(world, family)?.members.some(({ person }) => person === named.parent) ?? false;
}

/** A-CMD-03: a goal is changed by whom the plan would be shown to; to others it is fixed, however it stands. */
export function goalRule(world: World, who: Acting, request: Request): Expected | undefined {
  const goal = world.goals?.find(({ id }) => id === request.target);
  const family = goal && familyOf(world, goal.family);
  if (!family) return undefined;
  const holds = only(holdsToFamily(world, who, family), request);
  const { reason, revocable } = showSection(world, who, holds, planSection(world, goal));
  if (reason !== undefined) return { status: 409, problem: 'goal-fixed', rule: 'A-CMD-03' };
  return revocable && world.leaseOver ? { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' } : undefined;
}
