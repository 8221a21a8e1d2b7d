import type { Acting } from './asker.js';
import { holdsToFamily, isCase } from './relations.js';
import type { Request } from './request.js';
import type { Orientation } from './recorded.js';
import { orientationEntry, orientationReason } from './sections.js';
import { only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** A-CON-20: what the unit recorded, or of a family that the row's relations reach; the officer's are all. */
export function orientationsOf(world: World, who: Acting, request: Request): Reached[] {
  return (world.orientations ?? []).flatMap((each) => {
    const family = familyOf(world, each.family);
    if (each.family !== request.named?.family || !family) return [];
    const reached =
      who.function === 'data-protection-officer' ||
      (isCase(who) && each.unit === who.unit) ||
      only(holdsToFamily(world, who, family), request).length > 0;
    return reached ? [asItem(each, true)] : [];
  });
}

/** A-CON-21: of a person who asked or is asked about; why it was refused, whoever asked alone is told. */
export const ownOrientations = (world: World, who: Acting, thing: Reached | undefined): Reached[] =>
  (world.orientations ?? [])
    .filter(({ parent, child }) => thing !== undefined && [parent, child].includes(thing.id))
    .map((each) => asItem(each, each.parent === who.person));

const asItem = ({ id, family, child, parent, answer }: Orientation, tellsWhy: boolean): Reached => ({
  id,
  holds: [],
  sections: [orientationEntry, ...(answer === 'refused' && tellsWhy ? [orientationReason] : [])],
  concerned: { families: [family], persons: [child, parent] },
});
