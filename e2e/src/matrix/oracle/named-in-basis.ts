import type { Acting } from './asker.js';
import { needed } from './bases.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Request } from './request.js';
import { familyOf, type Basis, type World } from './world.js';

type Recorded = Pick<Basis, 'family' | 'programme' | 'purpose' | 'persons'>;

/** Of a basis that the body describes, where the probe says whom it names. */
export function namedInNewBasis(world: World, who: Acting, { named = {} }: Request): Expected | undefined {
  const { family = '', programme = '', purpose = '', persons, givers = [] } = named;
  return persons && namedInBasis(world, who, { family, programme, purpose, persons }, givers);
}

/** Of a basis that is there: it is given anew, or by one more. */
export function namedInOldBasis(world: World, who: Acting, { named, target }: Request): Expected | undefined {
  const basis = world.bases.find(({ id }) => id === target);
  return basis?.kind === 'consent' && named?.givers ? namedInBasis(world, who, basis, named.givers) : undefined;
}

/**
 * A-BAS-05: a basis covers members of its family, and is given by those whose consent it takes for them. Which of them is
 * named wrongly is told by triage and as coordinator alone; to others every wrong name is the same.
 */
function namedInBasis(world: World, who: Acting, basis: Recorded, givers: readonly string[]): Expected | undefined {
  const family = familyOf(world, basis.family);
  const isMember = (person: string) => family?.members.some((member) => member.person === person) ?? false;
  const whose = basis.persons.flatMap((person) => needed(world, basis, person));
  const strangers = !basis.persons.every(isMember);
  if (!strangers && givers.every((giver) => whose.includes(giver))) return undefined;
  const told =
    family !== undefined &&
    holdsToFamily(world, who, family).some(({ relation }) => ['triage', 'coordinator'].includes(relation));
  const problem = told && !strangers ? 'not-a-giver' : 'not-a-member';
  return { status: 422, problem, rule: 'A-BAS-05', namesFields: told, wrong: { told, look: true } };
}
