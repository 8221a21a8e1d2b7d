import type { Acting } from './asker.js';
import { holdsToReferral, type Hold } from './relations.js';
import type { Request } from './request.js';
import { referralSections, type Section } from './sections.js';
import { only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** A-REF-20, 21: the two that the body names, or a separation by its address. */
export function separationThing(world: World, who: Acting, request: Request): Reached | undefined {
  const { target, named } = request;
  if (target === undefined)
    return named?.referrals && pairFor(world, who, request, named.referrals[0], named.referrals);
  const separation = world.separations?.find(({ id }) => id === target);
  return separation && pairFor(world, who, request, separation.id, separation.referrals);
}

/** A-REF-22 */
export const separationsFor = (world: World, who: Acting, request: Request): (Reached | undefined)[] =>
  (world.separations ?? []).map(({ id, referrals }) => pairFor(world, who, request, id, referrals));

/** A relation of the row holds to both; section 7 asks of everybody in both, and a clearance to one of them is none here. */
function pairFor(
  world: World,
  who: Acting,
  request: Request,
  id: string,
  pair: readonly [string, string],
): Reached | undefined {
  const referrals = pair.flatMap((each) => world.referrals.find((referral) => referral.id === each) ?? []);
  const families = referrals.flatMap(({ family }) => familyOf(world, family) ?? []);
  if (families.length < pair.length || families.some(({ erased }) => erased)) return undefined;
  const [one = [], other = []] = referrals.map((referral) => only(holdsToReferral(world, who, referral), request));
  const holds = one.filter(({ relation }: Hold) => other.some((each) => each.relation === relation));
  if (holds.length === 0) return undefined;
  const persons = families.flatMap(({ members }) => members.map(({ person }) => person));
  const outcomes = referrals.map((referral) => referralSections(world, referral).outcome);
  return { id, holds, sections: together(request, outcomes), concerned: { families: [], persons } };
}

/** Whether they have places in one group is told to the recorder alone, and about everybody in both. */
function together({ row }: Request, [one, other]: readonly Section[]): Section[] {
  if (row.id !== 'A-REF-20' || !one || !other) return [];
  return [{ ...one, persons: [...one.persons, ...other.persons] }];
}
