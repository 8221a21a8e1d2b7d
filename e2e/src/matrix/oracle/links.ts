import type { Request } from './request.js';
import type { Reached } from './things.js';
import type { World } from './world.js';

/**
 * A-CIT-09: every link, of the account or the person where one is named. By section 7 it concerns the linked person and
 * everybody in its families; of several no clearance opens it, so that they stand as persons of no family.
 */
export function linksFor(world: World, { named }: Request): Reached[] {
  return Object.entries(world.links)
    .filter(([sub, person]) => (named?.sub ?? sub) === sub && (named?.person ?? person) === person)
    .map(([sub, person]) => {
      const families = world.families.filter(({ members }) => members.some((member) => member.person === person));
      const around = families.flatMap(({ members }) => members.map((member) => member.person));
      return {
        id: world.linkIds?.[sub] ?? '',
        holds: [],
        sections: [],
        concerned: {
          families: families.length === 1 ? families.map(({ id }) => id) : [],
          persons: [person, ...around],
        },
      };
    });
}
