import type { Acting } from './asker.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Request } from './request.js';
import { custodySections, structureSection } from './sections.js';
import { showSection } from './show.js';
import { only } from './things.js';
import { familyOf, within, type World } from './world.js';

/** To whom nothing is told it is no look; whoever is told has looked. */
export const untold = { told: false, look: false } as const;
export const toldInLog = { told: true, look: true } as const;

type Named = Pick<NonNullable<Request['named']>, 'child' | 'parent'>;

/**
 * A-CMD-02: whom a command names is judged where who is in the family would be shown; by the institution of the one child that
 * is named; and by the programme's lead. To others every name is refused alike, and no field of it is named.
 * @param isRight whether those whom it names are of the family in that way
 */
export function namedRule(world: World, who: Acting, request: Request, isRight: boolean): Expected | undefined {
  const { named = {}, target } = request;
  if (named.child === undefined && named.parent === undefined) return undefined;
  const refused = (rule: string): Expected => ({
    status: 422,
    problem: 'not-a-member',
    rule,
    namesFields: false,
    wrong: rule === 'A-CMD-02' ? untold : toldInLog,
  });
  const goal = world.goals?.find(({ id }) => id === target);
  const family = familyOf(world, named.family ?? goal?.family ?? '');
  if (!family) return refused('A-CMD-02');
  const holds = only(holdsToFamily(world, who, family), request);
  const by = (relation: string) => holds.some((hold) => hold.relation === relation);
  if (!by('lead') && !(by('institution') && attends(world, who, family.id, named))) {
    const { reason, revocable } = showSection(world, who, holds, structureSection(world, family));
    if (reason !== undefined) return refused('A-CMD-02');
    if (revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
  }
  return isRight ? undefined : refused('A-CMD-01');
}

/** A row ties the actor's unit to the family by that child, who is all whom the command names. */
const attends = (world: World, who: Acting, family: string, { child, parent }: Named): boolean =>
  parent === undefined &&
  world.relations.some(
    (row) =>
      row.kind === 'institution' &&
      row.unit === who.unit &&
      row.family === family &&
      row.child === child &&
      within(world.today, row),
  );

/** A-CIT-02: of a family that is reached, and of which it would be shown who is in it. */
export const isToldOf = (world: World, who: Acting, { row, target }: Request): boolean =>
  world.families.some((family) => {
    if (family.mergedInto || !family.members.some(({ person }) => person === target)) return false;
    const holds = holdsToFamily(world, who, family).filter(({ relation }) => row.relations.includes(relation));
    return holds.length > 0 && showSection(world, who, holds, structureSection(world, family)).reason === undefined;
  });

/** A-FAM-05: whom custody is recorded of and for are of the family, and to whoever records it the child's custody would be shown. */
export function custodyRule(world: World, who: Acting, request: Request): Expected | undefined {
  const { child = 'nobody', parent = 'nobody', family: id = '' } = request.named ?? {};
  const family = familyOf(world, id);
  const isRight = [child, parent].every((each) => family?.members.some(({ person }) => person === each));
  const wrong = namedRule(world, who, { ...request, named: { family: id, child, parent } }, isRight);
  if (wrong || !family) return wrong;
  const refused: Expected = {
    status: 422,
    problem: 'not-a-member',
    rule: 'A-CMD-02',
    namesFields: false,
    wrong: untold,
  };
  const section = custodySections(world, family).find(({ person }) => person === child);
  if (!section) return refused;
  const { reason, revocable } = showSection(world, who, only(holdsToFamily(world, who, family), request), section);
  if (reason !== undefined) return refused;
  return revocable && world.leaseOver ? { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' } : undefined;
}
