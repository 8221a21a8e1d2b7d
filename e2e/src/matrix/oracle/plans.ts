import type { Acting } from './asker.js';
import { untold } from './named-people.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Request } from './request.js';
import { enrolmentSection, goalSections, planSection, registrationSection, type Section } from './sections.js';
import { showSection } from './show.js';
import { familyFor, only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** A-FAM-22, 25 and 29: what was registered of a family's children, its goals and conversations, to whoever reached the family. */
export function plansFor(world: World, { row }: Request, thing: Reached | undefined): Reached[] {
  const item = (id: string, ...sections: Section[]): Reached => ({
    id,
    holds: thing?.holds ?? [],
    sections,
    concerned: { families: [thing?.id ?? ''] },
  });
  if (row.id === 'A-FAM-22')
    return (world.registrations ?? [])
      .filter(({ family }) => family === thing?.id)
      .map((each) => item(each.id, registrationSection(each)));
  if (row.id === 'A-FAM-25')
    return (world.goals ?? [])
      .filter(({ family }) => family === thing?.id)
      .map((each) => item(each.id, ...goalSections(world, each)));
  return (world.conversations ?? [])
    .filter(({ family }) => family === thing?.id)
    .map((each) => item(each.id, planSection(world, each)));
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

/** A-CMD-03: a work point is offered by whom both its registration and the plan would be shown to; to others there is none. */
export function pointRule(world: World, who: Acting, request: Request): Expected | undefined {
  const goal = world.goals?.find(({ point }) => point !== undefined && point.id === request.named?.point);
  const registration = world.registrations?.find(({ id }) => id === goal?.point?.registration);
  const family = goal && familyOf(world, goal.family);
  if (!family || !registration) return undefined;
  const holds = only(holdsToFamily(world, who, family), request);
  const shown = [registrationSection(registration), planSection(world, goal)].map((section) =>
    showSection(world, who, holds, section),
  );
  if (shown.some(({ reason }) => reason !== undefined))
    return { status: 422, problem: 'work-point-unknown', rule: 'A-CMD-03', wrong: untold };
  const waits = world.leaseOver && shown.some(({ revocable }) => revocable);
  return waits ? { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' } : undefined;
}

/** A-CMD-03: a goal is changed by whom the plan would be shown to; to others it is fixed, however it stands. */
export function goalRule(world: World, who: Acting, request: Request): Expected | undefined {
  const goal = world.goals?.find(({ id }) => id === request.target);
  const family = goal && familyOf(world, goal.family);
  if (!family) return undefined;
  const holds = only(holdsToFamily(world, who, family), request);
  const { reason, revocable } = showSection(world, who, holds, planSection(world, goal));
  if (reason !== undefined) return { status: 409, problem: 'goal-fixed', rule: 'A-CMD-03', wrong: untold };
  return revocable && world.leaseOver ? { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' } : undefined;
}

/** A-CMD-07: a form of a course is filled in by whom the enrolment would be shown to; to others it is refused, on the course or not. */
export function courseRule(world: World, who: Acting, request: Request): Expected | undefined {
  const family = familyOf(world, request.named?.family ?? '');
  if (!family) return undefined;
  const holds = only(holdsToFamily(world, who, family), request);
  const { reason, revocable } = showSection(world, who, holds, enrolmentSection(world, { family: family.id }));
  if (reason !== undefined) return { status: 409, problem: 'registration-withheld', rule: 'A-CMD-07', wrong: untold };
  return revocable && world.leaseOver ? { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' } : undefined;
}
