import type { Acting } from './asker.js';
import type { Video } from './recorded.js';
import { namedRule } from './named-people.js';
import { isCase, isInCourse, type Hold } from './relations.js';
import type { Expected, Request } from './request.js';
import { videoSection } from './sections.js';
import { showSection } from './show.js';
import { only, type Reached } from './things.js';
import { familyOf, type World } from './world.js';

/** 1.3: whoever registered it. */
export const films = (world: World, who: Acting, { unit, function: name, sub, programme, family }: Video): Hold[] =>
  isCase(who) &&
  who.unit === unit &&
  who.function === name &&
  (who.anybody || who.sub === sub) &&
  isInCourse(world, who, family, programme)
    ? [{ relation: 'videographer', programme }]
    : [];

/** A-FAM-52 and 54: a family's, to whoever reached the family and registered them; a person's, to that person and who holds custody. */
export function videosFor(world: World, who: Acting, request: Request, thing: Reached | undefined): Reached[] {
  const holds = thing?.holds ?? [];
  const ofPerson = request.row.id === 'A-FAM-54';
  return (world.videos ?? [])
    .filter(({ family, persons }) => (ofPerson ? persons.includes(thing?.id ?? '') : family === thing?.id))
    .map((each) => ({
      id: each.id,
      holds: ofPerson ? holds : films(world, who, each),
      sections: [videoSection(each)],
      concerned: { families: [each.family] },
    }))
    .filter((each) => each.holds.length > 0);
}

/** A-FAM-53: a video, as the one who registered it. */
export function videoFor(world: World, who: Acting, request: Request): Reached | undefined {
  const each = world.videos?.find(({ id }) => id === request.target);
  const family = each && familyOf(world, each.family);
  if (!each || !family || family.erased || family.mergedInto) return undefined;
  const holds = only(films(world, who, each), request);
  if (holds.length === 0) return undefined;
  return { id: each.id, holds, sections: [videoSection(each)], concerned: { families: [family.id] } };
}

/** A-FAM-50: it is registered while whoever does it would be shown it; what is asked of the body comes first. */
export function filmingRule(world: World, who: Acting, request: Request): Expected | undefined {
  const { named, otherwise } = request;
  const member = familyOf(world, named?.family ?? '')?.members.find(({ person }) => person === named?.parent);
  const unnamed = namedRule(world, who, request, member !== undefined);
  if (unnamed || !member) return unnamed;
  const { programme = '' } = named ?? {};
  if (otherwise.status !== 201) return undefined;
  const section = videoSection({ persons: [member.person], unit: who.unit ?? '' });
  return showSection(world, who, [{ relation: 'videographer', programme }], section).reason === undefined
    ? undefined
    : { status: 409, problem: 'basis-missing', rule: 'A-FAM-50' };
}
