import type { Acting } from './asker.js';
import { groupOf, isSeated } from './attendance.js';
import { toldInLog, untold } from './named-people.js';
import type { Need } from './recorded.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Request } from './request.js';
import { needSection } from './sections.js';
import { showSection } from './show.js';
import { only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

const plans = (who: Acting, unit: string): boolean => unit === who.unit || who.function === 'programme-lead';

/** A-SCH-44: a whole group's is the planner's, and about no family; a family's is a thing of its programme. */
export function needFor(world: World, who: Acting, request: Request, need: Need): Reached | undefined {
  const { id, family, unit, programme } = need;
  if (family === null)
    return plans(who, unit)
      ? { id, holds: [{ relation: 'planner', programme }], sections: [], concerned: { families: [] } }
      : undefined;
  const known = familyOf(world, family);
  const holds = known ? only(holdsToFamily(world, who, known), request) : [];
  const own = holds.filter((hold) => hold.programme === programme);
  if (own.length === 0) return undefined;
  return { id, holds: own, sections: [needSection(world, need)], concerned: { families: [family] } };
}

/** A-SCH-42: one that is there; 41: one that would be, in the programme of the session's group, seated or not (A-CMD-04). */
export function needAt(world: World, who: Acting, request: Request): Reached | undefined {
  const need = needAsked(world, request);
  return need && needFor(world, who, request, need);
}

/** The one that the address names, or that the body would have. */
function needAsked(world: World, { target, named }: Request): Need | undefined {
  if (target !== undefined) return world.needs?.find(({ id }) => id === target);
  const { family = null, session = '' } = named ?? {};
  const group = groupOf(world, session);
  return group && { id: session, family, programme: group.programme, unit: group.unit };
}

/** A-SCH-44: a session of its group; of conversations its own. */
function comesTo(world: World, family: string, appointment: string): boolean {
  const whose = world.owned.find(({ id }) => id === appointment)?.family;
  return isSeated(world, family, appointment) && (whose === undefined || whose === family);
}

/** A-CMD-04: a family's is named and changed by whom it would be shown to; to others all of them are withheld alike. */
export function needRule(world: World, who: Acting, request: Request): Expected | undefined {
  const need = needAsked(world, request);
  const family = need?.family ?? undefined;
  const reached = need && needFor(world, who, request, need);
  if (!reached || family === undefined) return undefined;
  const { reason, revocable } = showSection(world, who, reached.holds, needSection(world, need));
  if (reason !== undefined) return { status: 409, problem: 'need-withheld', rule: 'A-CMD-04', wrong: untold };
  if (revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
  return request.target !== undefined || comesTo(world, family, need.id)
    ? undefined
    : { status: 422, problem: 'resource-unknown', rule: 'A-REL-03', wrong: toldInLog };
}
