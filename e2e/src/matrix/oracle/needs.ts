import type { Acting } from './asker.js';
import { isSeated } from './attendance.js';
import type { Need } from './recorded.js';
import { holdsToFamily } from './relations.js';
import type { Request } from './request.js';
import { needSection } from './sections.js';
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

/** A-SCH-41: of a family with a seat in the session's group. */
export function needToBe(world: World, who: Acting, request: Request): Reached | undefined {
  const { family = '', session = '' } = request.named ?? {};
  const group = world.groups.find(({ seats }) => seats.some((seat) => seat.family === family));
  if (!group || !isSeated(world, family, session)) return undefined;
  const { programme, unit } = group;
  return needFor(world, who, request, { id: session, family, programme, unit });
}

/** A-SCH-42: one that is there. */
export function needAt(world: World, who: Acting, request: Request): Reached | undefined {
  const need = world.needs?.find(({ id }) => id === request.target);
  return need && needFor(world, who, request, need);
}
