import type { Acting } from './asker.js';
import { holdsToFamily } from './relations.js';
import type { Request } from './request.js';
import { structureSection } from './sections.js';
import { only, type Reached } from './things.js';
import type { World } from './world.js';

/** A-FAM-35: everybody in each family, in each programme that it was referred to, by a relation of that programme. */
export const informedFor = (world: World, who: Acting, request: Request): Reached[] =>
  world.families.flatMap((family) => {
    const holds = only(holdsToFamily(world, who, family), request);
    const programmes = new Set(
      world.referrals.filter((referral) => referral.family === family.id).map(({ programme }) => programme),
    );
    return [...programmes].flatMap((programme) => {
      const own = holds.filter((hold) => hold.programme === programme);
      if (own.length === 0) return [];
      return family.members.map(({ person }) => ({
        id: [family.id, programme, person].join(' '),
        holds: own,
        sections: [structureSection(world, family)],
        concerned: { families: [family.id] },
      }));
    });
  });
