import type { Acting } from './asker.js';
import { isForThem } from './children.js';
import { holdsToPerson } from './relations.js';
import type { Expected, Held } from './request.js';
import {
  childViewSection,
  enrolmentSection,
  familySections,
  observationSection,
  planSection,
  referralSections,
  registrationSection,
  videoSection,
  type Section,
} from './sections.js';
import { toldSections } from './told.js';
import type { World } from './world.js';

/** One thing that is held, and the units that own or keep it. */
interface Thing {
  readonly category: string;
  readonly units: readonly string[];
}

/**
 * A-OPS-03: how many things of each category concern the person, and which units own them: the sections of 4.1 about the
 * person, and what A-CON-10, 21 and A-FAM-17 would list. What scheduling and reporting count, sessions and a figure's
 * events, no world says; nor who has looked in all.
 */
export function holdingsOf(world: World, who: Acting, person: string, status: number): Expected {
  return {
    status,
    rule: 'A-SEC-01',
    held: {
      referral: counted(referralThings(world, person)),
      'family-plan': counted(familyThings(world, who, person)),
      consent: counted(registerThings(world, who, person)),
    },
  };
}

const about = (person: string) => (section: Section) => section.persons.includes(person);

const things = (sections: readonly Section[]): Thing[] =>
  sections.map(({ category, owners, keepers = [] }) => ({
    category,
    units: owners === 'every' ? [] : [...owners, ...keepers],
  }));

const referralThings = (world: World, person: string): Thing[] =>
  things(world.referrals.flatMap((referral) => Object.values(referralSections(world, referral))).filter(about(person)));

function familyThings(world: World, who: Acting, person: string): Thing[] {
  const families = world.families.filter(({ mergedInto, erased }) => !mergedInto && !erased);
  const views = (world.childViews ?? []).filter(({ child }) => child === person);
  return things([
    ...families
      .flatMap((family) => [...familySections(world, family), ...toldSections(world, family)])
      .filter(about(person)),
    ...world.enrolments.map((enrolment) => enrolmentSection(world, enrolment)).filter(about(person)),
    ...(world.registrations ?? []).map(registrationSection).filter(about(person)),
    ...(world.videos ?? []).map(videoSection).filter(about(person)),
    ...(world.observations ?? []).map(observationSection).filter(about(person)),
    ...[...(world.goals ?? []), ...(world.conversations ?? [])]
      .map((each) => planSection(world, each))
      .filter(about(person)),
    ...views.filter((view) => isForThem(world, who, view)).map(childViewSection),
  ]);
}

function registerThings(world: World, who: Acting, person: string): Thing[] {
  const gave = world.bases.filter(({ givers }) => givers.some((giver) => giver.person === person));
  const bases = world.bases.filter((basis) => basis.persons.includes(person) || gave.includes(basis));
  const answers = (world.orientations ?? []).filter(({ child, parent }) => [child, parent].includes(person));
  const own = holdsToPerson(world, who, person).some(({ relation }) => relation === 'own');
  return [
    ...bases.map(({ recordedIn }) => ({ category: 'basis', units: [recordedIn] })),
    ...answers.map(({ unit }) => ({ category: 'basis', units: [unit] })),
    // where evidence is, the giver is shown
    ...(own ? gave.map(({ recordedIn }) => ({ category: 'basis-evidence', units: [recordedIn] })) : []),
  ];
}

function counted(all: readonly Thing[]): Held {
  const held = Map.groupBy(all, ({ category }) => category);
  return Object.fromEntries(
    [...held].map(([category, same]) => [
      category,
      { count: same.length, units: [...new Set(same.flatMap(({ units }) => units))].toSorted() },
    ]),
  );
}
