import type { Acting } from './asker.js';
import { isForThem } from './children.js';
import { maySend } from './may-send.js';
import { observes } from './observations.js';
import { pageRows, type PageRow } from './page.js';
import type { Asking, Reading } from './readers.js';
import { feedSection, mayReceive } from './recipients.js';
import type { Appointment } from './recorded.js';
import { holdsToFamily, holdsToReferral, isCase, type Hold } from './relations.js';
import {
  attendanceSection,
  basisEntry,
  basisEvidence,
  childViewSection,
  custodySections,
  enrolmentSection,
  familySections,
  figureSection,
  needSection,
  observationSection,
  orientationEntry,
  planSection,
  referralSections,
  registrationSection,
  seatSection,
  structureSection,
  videoSection,
  type Section,
} from './sections.js';
import { toldSections } from './told.js';
import { films } from './videos.js';
import { familyOf, type Family, type Group, type World } from './world.js';

let rows: readonly PageRow[] | undefined;
const rowOf = (id: string): PageRow | undefined => (rows ??= pageRows()).find((row) => row.id === id);

/** The relations by which a row is for a pair; none where its function may not ask. */
function by(id: string, pair: Acting, holds: readonly Hold[]): Hold[] {
  const row = rowOf(id);
  if (!row || maySend(row, pair)) return [];
  return holds.filter(({ relation }) => row.relations.includes(relation));
}

const familiesOf = (world: World, person: string): Family[] =>
  world.families.filter(
    ({ members, mergedInto, erased }) => !mergedInto && !erased && members.some((member) => member.person === person),
  );

export const readingReferral = (world: World, pair: Acting): Reading[] =>
  world.referrals.flatMap((referral) => {
    const { content, triage, outcome } = referralSections(world, referral);
    const holds = holdsToReferral(world, pair, referral);
    return [
      { holds: by('A-REF-06', pair, holds), sections: [content, triage, outcome] },
      { holds: ['A-REF-05', 'A-REF-07'].flatMap((id) => by(id, pair, holds)), sections: [outcome] },
      { holds: referral.waiting ? by('A-REF-09', pair, holds) : [], sections: [outcome] },
    ];
  });

export const readingFamilyPlan = (world: World, pair: Acting, { who, person }: Asking): Reading[] =>
  familiesOf(world, person).flatMap((family) => {
    const holds = holdsToFamily(world, pair, family);
    const structure = { ...structureSection(world, family), parts: ['custody'] };
    const enrolments = world.enrolments.filter((each) => each.family === family.id);
    const views = (world.childViews ?? []).filter((view) => view.child === person && isForThem(world, who, view));
    const registered = (world.registrations ?? []).filter(({ family: of }) => of === family.id);
    const goals = (world.goals ?? []).filter(({ family: of }) => of === family.id);
    const observed = (world.observations ?? []).filter(({ family: of }) => of === family.id);
    const filmed = (world.videos ?? []).filter(({ family: of }) => of === family.id);
    const talks = (world.conversations ?? []).filter(({ family: of }) => of === family.id);
    return [
      { holds: by('A-FAM-01', pair, holds), sections: familySections(world, family) },
      {
        holds: ['A-FAM-02', 'A-FAM-03'].flatMap((id) => by(id, pair, holds)),
        sections: enrolments.map((enrolment) => enrolmentSection(world, enrolment)),
      },
      { holds: by('A-FAM-04', pair, holds), sections: [structure, ...custodySections(world, family)] },
      { holds: by('A-FAM-04', pair, holds), sections: [structure, ...toldSections(world, family)] },
      { holds: by('A-FAM-16', pair, holds), sections: views.map(childViewSection) },
      { holds: by('A-FAM-22', pair, holds), sections: registered.map(registrationSection) },
      { holds: by('A-FAM-25', pair, holds), sections: goals.map((goal) => planSection(world, goal)) },
      {
        holds: ['A-FAM-29', 'A-FAM-30'].flatMap((id) => by(id, pair, holds)),
        sections: talks.map((each) => planSection(world, each)),
      },
      ...filmed.map((each) => ({
        holds: by('A-FAM-53', pair, films(world, pair, each)),
        sections: [videoSection(each)],
      })),
      ...observed.map((each) => ({
        holds: by('A-FAM-45', pair, observes(world, pair, each)),
        sections: [observationSection(each)],
      })),
    ];
  });

const kinds: readonly Appointment[] = ['session', 'theme-evening', 'conversation'];

const has = (world: World, family: Family, group: Group, kind: Appointment): boolean =>
  world.owned.some(
    (each) => each.group === group.id && each.appointment === kind && (each.family ?? family.id) === family.id,
  );

const groupsOf = (world: World, family: Family): Group[] =>
  world.groups.filter(({ seats }) => seats.some((seat) => seat.family === family.id));

function entriesFor(world: World, family: Family, recipient: string): (readonly [Group, Section])[] {
  return groupsOf(world, family).flatMap((group) =>
    kinds
      .filter((kind) => has(world, family, group, kind))
      .flatMap((kind) => {
        const section = feedSection(world, family, recipient, { group, kind });
        return section ? [[group, section] as const] : [];
      }),
  );
}

export const readingScheduling = (world: World, pair: Acting, { person }: Asking): Reading[] =>
  familiesOf(world, person).flatMap((family) => {
    const holds = holdsToFamily(world, pair, family);
    const seats = groupsOf(world, family).flatMap((group) =>
      group.seats.filter((seat) => seat.family === family.id).map((seat) => seatSection(world, group, seat)),
    );
    const came = (world.attendance ?? []).filter((each) => each.family === family.id && each.persons.includes(person));
    const needs = (world.needs ?? []).filter((each) => each.family === family.id);
    const recipients = family.members.filter((member) => mayReceive(world, family, member.person));
    return [
      { holds: by('A-SCH-11', pair, holds), sections: seats },
      {
        holds: by('A-SCH-26', pair, holds),
        sections: came.map((each) => attendanceSection(each, each.persons)),
      },
      ...needs.map((need) => ({
        holds: by('A-SCH-43', pair, holds).filter(({ programme }) => programme === need.programme),
        sections: [needSection(world, need)],
      })),
      {
        holds: by('A-SCH-19', pair, holds),
        sections: recipients.flatMap((to) => entriesFor(world, family, to.person).map(([, section]) => section)),
      },
    ];
  });

/** Whoever has the link of a calendar: its unit is the group's, and it has no function. */
export const linkReaders = (world: World, person: string) =>
  world.feeds.flatMap(({ id, subject, recipient }) => {
    const family = recipient === undefined ? undefined : familyOf(world, subject);
    if (!family || recipient === undefined) return [];
    return entriesFor(world, family, recipient)
      .filter(([, { persons }]) => persons.includes(person))
      .map(([{ unit, programme }, section]) => ({
        pair: { kind: 'service', sub: id, unit, pairs: [], claimed: [] } satisfies Acting,
        hold: { relation: 'link', programme },
        section,
      }));
  });

/** By a look at a basis, and by what the commands at one answer: of evidence, which its givers gave, they show nothing. */
export function readingConsent(world: World, pair: Acting, { person }: Asking): Reading[] {
  // the officer sees all of the register
  const officer = pair.function === 'data-protection-officer';
  const inRegister = (programme: string, names: boolean): Hold[] =>
    officer || (isCase(pair) && names) ? [{ relation: 'register', programme }] : [];
  const bases = world.bases.flatMap((basis): Reading[] => {
    const family = familyOf(world, basis.family);
    const givers = basis.givers.map((giver) => giver.person);
    if (![...basis.persons, ...givers].includes(person) || !family) return [];
    const to = holdsToFamily(world, pair, family);
    const units = [basis.fromUnit, basis.toUnit, basis.recordedIn];
    const looks = [...by('A-CON-02', pair, to), ...inRegister(basis.programme, units.includes(pair.unit ?? ''))];
    const answered = ['A-CON-04', 'A-CON-05', 'A-CON-06'].flatMap((id) => by(id, pair, to));
    const isTold = basis.kind === 'consent' ? givers.includes(person) : basis.kind === 'vital-interest';
    const evidence = isTold && (officer || basis.recordedIn === pair.unit) ? [basisEvidence] : [];
    return [
      { holds: [...looks, ...answered], sections: [basisEntry] },
      { holds: looks, sections: evidence },
    ];
  });
  const answers = (world.orientations ?? []).flatMap((each): Reading[] => {
    const family = familyOf(world, each.family);
    if (![each.child, each.parent].includes(person) || !family) return [];
    const own = inRegister('', each.unit === pair.unit);
    const holds = [...own, ...by('A-CON-20', pair, holdsToFamily(world, pair, family))];
    return [{ holds, sections: [orientationEntry] }];
  });
  return [...bases, ...answers];
}

export const readingReporting = (world: World, pair: Acting): Reading[] =>
  world.figureRows.map((row) => ({
    holds: pair.function === 'programme-lead' ? [{ relation: 'lead', programme: row.programme }] : [],
    sections: [figureSection(world, row)],
  }));
