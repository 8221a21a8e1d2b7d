import type { Acting } from './asker.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Request } from './request.js';
import { childViewSection } from './sections.js';
import { showSection } from './show.js';
import { only } from './things.js';
import { familyOf, holdersOf, isChild, type World } from './world.js';

/** Section 3: who may decide where an act says *decide*. */
const hasAuthority = (who: Acting): boolean => ['social-worker', 'caseworker'].includes(who.function ?? '');

const memberIn = (world: World, family: string | undefined, person: string | undefined) =>
  familyOf(world, family ?? '')?.members.find((member) => member.person === person);

/** A member of the family that the body names who is a child today. */
export function isChildOf(world: World, { family, child }: NonNullable<Request['named']>): boolean {
  const member = memberIn(world, family, child);
  return member !== undefined && isChild(world, member);
}

/** A-FAM-18: what is so already is answered the same; on which other ground it is open, whoever is shown the view is told. */
export function openingRule(world: World, who: Acting, request: Request): Expected | undefined {
  const { row, named, target } = request;
  const opens = row.path.endsWith(':open');
  const notAllowed: Expected = { status: 403, problem: 'not-allowed', rule: 'A-FAM-20' };
  if (opens && named?.by === 'authority' && !hasAuthority(who)) return notAllowed;
  const view = world.childViews?.find(({ id }) => id === target);
  const family = view && familyOf(world, view.family);
  if (!view?.openBy || !family) return undefined;
  const otherGround = opens ? view.openBy !== named?.by : view.openBy === 'authority' && !hasAuthority(who);
  if (!otherGround) return undefined;
  const holds = only(holdsToFamily(world, who, family), request);
  if (showSection(world, who, holds, childViewSection(view)).reason !== undefined)
    return { status: 409, problem: 'view-fixed', rule: 'A-CMD-01' };
  return opens ? { status: 409, problem: 'already-open', rule: 'A-CMD-01' } : notAllowed;
}

/**
 * A-CON-19: who decides a refusal, and that one was asked by an adult of the family without custody of its child. Which of
 * them it is, and of whom, is told by triage and as coordinator alone.
 */
export function orientationRule(world: World, who: Acting, request: Request): Expected | undefined {
  const { named = {} } = request;
  if (named.kind === 'refused' && !hasAuthority(who)) return { status: 403, problem: 'not-allowed', rule: 'A-CMD-01' };
  const parent = memberIn(world, named.family, named.parent);
  const member = isChildOf(world, named) && parent && !isChild(world, parent);
  const holds = member && holdersOf(world, named.child ?? '').includes(parent.person);
  if (member && !holds) return undefined;
  const family = familyOf(world, named.family ?? '');
  const told =
    family !== undefined &&
    holdsToFamily(world, who, family).some(({ relation }) => ['triage', 'coordinator'].includes(relation));
  const problem = holds && told ? 'holds-custody' : 'not-a-member';
  return { status: 422, problem, rule: 'A-CMD-01', namesFields: told, wrong: { told, look: true } };
}
