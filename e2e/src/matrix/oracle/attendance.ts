import type { Acting } from './asker.js';
import { holdsToFamily } from './relations.js';
import type { Request } from './request.js';
import { attendanceSection } from './sections.js';
import { only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** A-SCH-26 and 27: a family's, about everybody who is marked; or the marks of one person. */
export function attendanceFor(world: World, { row }: Request, thing: Reached | undefined): Reached[] {
  const ofFamily = row.id === 'A-SCH-26';
  return (world.attendance ?? [])
    .filter(({ family, persons }) => (ofFamily ? family === thing?.id : persons.includes(thing?.id ?? '')))
    .map((each) => ({
      id: each.id,
      holds: thing?.holds ?? [],
      sections: [attendanceSection(each, ofFamily ? each.persons : [thing?.id ?? ''])],
      concerned: { families: [each.family] },
    }));
}

/** A-SCH-28 and 29: a family with a seat in the session's group; or what was noted of one. */
export function attended(world: World, who: Acting, request: Request): Reached | undefined {
  const { target, named } = request;
  const noted = (world.attendance ?? []).find(({ id }) => id === target);
  const family = familyOf(world, noted?.family ?? named?.family ?? '');
  const id = target ?? named?.session ?? '';
  if (!family || (target === undefined ? !isSeated(world, family.id, id) : !noted)) return undefined;
  const holds = only(holdsToFamily(world, who, family), request);
  return holds.length > 0 ? { id, holds, sections: [], concerned: { families: [family.id] } } : undefined;
}

export const groupOf = (world: World, session: string) =>
  world.groups.find(({ id }) => world.owned.some((each) => each.id === session && each.group === id));

export const isSeated = (world: World, family: string, session: string): boolean =>
  groupOf(world, session)?.seats.some((seat) => seat.family === family) ?? false;

/** A-PAG-07: the session, to whoever runs it; each of its families is shown or withheld by itself. */
export function sheetOf(world: World, who: Acting, request: Request): Reached | undefined {
  const id = request.target ?? '';
  const runs = runsIt(world, who, { ...request, named: { session: id } });
  return runs ? { id, holds: [], sections: [], concerned: { families: [] } } : undefined;
}

/** A-SCH-30: whoever is a member of the staff of the session's group. */
export function runsIt(world: World, who: Acting, { target, named }: Request): boolean {
  const noted = (world.attendance ?? []).find(({ id }) => id === target);
  const group = groupOf(world, noted?.session ?? named?.session ?? '');
  return world.owned.some((each) => each.kind === 'staff' && each.group === group?.id && each.sub === who.sub);
}
