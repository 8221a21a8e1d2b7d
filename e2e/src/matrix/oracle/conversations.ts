import type { Acting } from './asker.js';
import { holdsToFamily } from './relations.js';
import type { Request } from './request.js';
import { only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** A-SCH-51 and 52: a family with a seat in the group that the body names; or in that of the conversation. */
export function talkedWith(world: World, who: Acting, request: Request): Reached | undefined {
  const { target, named } = request;
  const placed = world.owned.find(({ id, kind }) => kind === 'conversation' && id === target);
  if (target !== undefined && !placed) return undefined;
  const group = placed?.group ?? named?.groupId;
  const { family: id = '' } = placed ?? named ?? {};
  const family = familyOf(world, id);
  const isSeated = world.groups.some((each) => each.id === group && each.seats.some((seat) => seat.family === id));
  if (!family || !isSeated) return undefined;
  const holds = only(holdsToFamily(world, who, family), request);
  return holds.length > 0 ? { id: target ?? id, holds, sections: [], concerned: { families: [id] } } : undefined;
}
