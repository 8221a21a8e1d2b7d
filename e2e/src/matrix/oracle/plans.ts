import type { Request } from './request.js';
import { planSection, registrationSection, type Section } from './sections.js';
import type { Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** A-FAM-22 and 25: what was registered of a family's children, and its goals, to whoever reached the family. */
export function plansFor(world: World, { row }: Request, thing: Reached | undefined): Reached[] {
  const item = (id: string, section: Section): Reached => ({
    id,
    holds: thing?.holds ?? [],
    sections: [section],
    concerned: { families: [thing?.id ?? ''] },
  });
  return row.id === 'A-FAM-22'
    ? (world.registrations ?? [])
        .filter(({ family }) => family === thing?.id)
        .map((each) => item(each.id, registrationSection(each)))
    : (world.goals ?? [])
        .filter(({ family }) => family === thing?.id)
        .map((each) => item(each.id, planSection(world, each)));
}

/** A-FAM-23 and 24: whose words a goal gets is somebody of the family. */
export function speaks(world: World, request: Request): boolean {
  const { named, target } = request;
  if (named?.parent === undefined) return true;
  const family = named.family ?? world.goals?.find(({ id }) => id === target)?.family ?? '';
  return familyOf(world, family)?.members.some(({ person }) => person === named.parent) ?? false;
}
