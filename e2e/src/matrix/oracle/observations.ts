import type { Acting } from './asker.js';
import type { Observation } from './recorded.js';
import { isInCourse, type Hold } from './relations.js';
import type { Expected, Request } from './request.js';
import { notesSection, observationSection } from './sections.js';
import { showSection } from './show.js';
import { only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** 1.3: whoever offered it. */
export const observes = (world: World, who: Acting, { unit, sub, programme, family }: Observation): Hold[] =>
  who.function === 'psychologist' &&
  who.unit === unit &&
  (who.anybody || who.sub === sub) &&
  isInCourse(world, who, family, programme)
    ? [{ relation: 'observer', programme }]
    : [];

/**
 * A-FAM-44 and 46: a family's, to whoever reached the family and offered them; a person's, to that person and who holds custody, of whom the
 * notes are for the parent who was observed.
 */
export function observationsFor(world: World, who: Acting, request: Request, thing: Reached | undefined): Reached[] {
  const holds = thing?.holds ?? [];
  const ofPerson = request.row.id === 'A-FAM-46';
  const asItself = holds.some(({ relation }) => relation === 'own');
  return (world.observations ?? [])
    .filter(({ family, child, parent }) =>
      ofPerson ? child === thing?.id || (asItself && parent === thing?.id) : family === thing?.id,
    )
    .flatMap((each): Reached[] => {
      const reaching = ofPerson ? holds : observes(world, who, each);
      if (reaching.length === 0) return [];
      const isTheirs = asItself || each.parent === who.person;
      return [
        {
          id: each.id,
          holds: reaching,
          sections: [observationSection(each), ...(ofPerson && isTheirs ? [notesSection(each)] : [])],
          notForYou: ofPerson && !isTheirs ? 'observation' : undefined,
          concerned: { families: [each.family] },
        },
      ];
    });
}

/** A-FAM-42, 43 and 45: an observation, as the one who offered it. */
export function observationFor(world: World, who: Acting, request: Request): Reached | undefined {
  const each = world.observations?.find(({ id }) => id === request.target);
  const family = each && familyOf(world, each.family);
  if (!each || !family || family.erased || family.mergedInto) return undefined;
  const holds = only(observes(world, who, each), request);
  if (holds.length === 0) return undefined;
  return { id: each.id, holds, sections: [observationSection(each)], concerned: { families: [family.id] } };
}

/** A-FAM-41: a parent of the family that the body names. */
export function isOfferedToParent(world: World, { family, parent }: NonNullable<Request['named']>): boolean {
  const members = familyOf(world, family ?? '')?.members ?? [];
  return members.some(({ person, role }) => person === parent && role !== 'child');
}

/** A-FAM-40: what was seen is noted while whoever notes it would be shown it. */
export function notingRule(world: World, who: Acting, request: Request): Expected | undefined {
  const found = observationFor(world, who, request);
  const [section] = found?.sections ?? [];
  if (!found || !section || showSection(world, who, found.holds, section).reason === undefined) return undefined;
  return { status: 409, problem: 'basis-missing', rule: 'A-FAM-40' };
}
