import { newId } from '@helhed/kernel';
import type { TestPlatform } from '@helhed/testing';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { drained } from '../../faults/drained.js';
import { definitionOf, exampleWorld, programme } from '../oracle/example-world.js';
import type { Owned } from '../oracle/recorded.js';
import type { Group, World } from '../oracle/world.js';
import { answerParents } from './answer-parents.js';
import { clear, declareEmployees, endCustody, linkCitizen, setRows } from './belong.js';
import { makeCast, units, type Cast, type Citizen, type Person } from './cast.js';
import { eraseAfter, makeLongAgo } from './erased.js';
import { giveBases } from './give-bases.js';
import { giveOut } from './give-out.js';
import { handFeeds } from './hand-feeds.js';
import { concurrently } from './http.js';
import { close, makeAgain, makeFamily, triage, type Made } from './make-family.js';
import { holder } from './lease.js';
import { keepApart } from './keep-apart.js';
import { letContact } from './let-contact.js';
import { looksAt, looksAtOfficers, looksByOfficer, refusedLook } from './looked-at.js';
import { Maker } from './maker.js';
import { nextDefinition } from './next-definition.js';
import { appointmentsOf, conversationsOf, openGroup, placeCourse, readGroup, type Opened } from './scheduling.js';
import { askedOn, madeOn, scenarios, type Scenario } from './scenarios.js';
import { offerObservations } from './offer-observations.js';
import { registerVideos } from './register-videos.js';
import { tellPlans } from './tell-plans.js';
import { nameNeeds } from './name-needs.js';
import { noteAttendance } from './note-attendance.js';
import { tellViews } from './tell-views.js';

export interface Place {
  readonly platform: TestPlatform;
  readonly cast: Cast;
  readonly world: World;
  readonly made: readonly Made[];
  family(scenario: string): Made;
}

type GroupIn = readonly [leader: Person, unit: string];

const groupsIn: readonly GroupIn[] = [
  ['gitte', 'familiestuen'],
  ['gerda', 'familiestuen-syd'],
  ['gitte', 'familiestuen'],
  ['gitte', 'familiestuen'],
];
const placesOfGroup = 6;

/** The matrix's world, made through the public APIs and described for the oracle. */
export async function makeWorld(
  platform: TestPlatform,
  wanted: readonly Scenario[] = scenarios,
  opening: readonly GroupIn[] = groupsIn,
): Promise<Place> {
  const cast = await makeCast(platform);
  const maker = new Maker(platform, cast);
  const { code } = cast.municipality;
  const first = definitionOf(programme, code);
  const definition = forMunicipality(getDefinition(programme), code);
  await maker.post('lone', '/referral/v1/programmes', { definition });
  const gone = await makeLongAgo(maker, wanted);
  await maker.setClock(`${madeOn}T08:00:00Z`);

  const opened: Opened[] = [];
  for (const [leader, unit] of opening) opened.push(await openGroup(maker, leader, unit, opened.length + 1));
  const made = await concurrently(
    4,
    [...wanted.entries()].filter(([, { long, again }]) => !long && !again),
    ([index, scenario]) => makeFamily(maker, scenario, index + 1),
  );
  made.push(...(await makeAgain(maker, wanted, made)));
  for (const each of made) await triage(maker, each);
  const accepted = made.filter(({ scenario }) => scenario.until === 'accepted').length;
  const seats = Math.min(accepted, placesOfGroup * opened.length);
  const groups = await maker.until(
    () => Promise.all(opened.map((group) => readGroup(maker, group))),
    (found) => found.flatMap((group) => group.seats).length === seats,
    `${seats} families seated`,
  );
  const appointments: Owned[] = [];
  const courses = [];
  for (const group of opened) {
    const course = await placeCourse(maker, group);
    courses.push(course);
    appointments.push(...appointmentsOf(group, course));
  }
  const [sessions = []] = courses;
  const groupOf = (family: string) => groups.findIndex(({ seats: of }) => of.some((seat) => seat.family === family));
  const unitOf = (family: string) => groups[groupOf(family)]?.unit;
  const leaderOf = (family: string) => opened[groupOf(family)]?.leader;
  await concurrently(4, made, async (each) => {
    await enrolled(maker, each, unitOf(each.family.id) !== undefined);
    await setRows(maker, each);
    await endCustody(maker, each);
  });
  const enrolments = made.flatMap((each) => each.enrolments.map(({ family }) => family));
  for (const group of opened) appointments.push(...(await conversationsOf(maker, group, enrolments)));
  made.push(...(await eraseAfter(maker, gone)));
  const held = sessions[0]?.id ?? '';
  const meeting = { id: held, families: groups[0]?.seats.map(({ family }) => family) ?? [] };
  await concurrently(4, made, async (each) => {
    await giveBases(maker, each, unitOf(each.family.id), meeting);
    await letContact(maker, each, unitOf(each.family.id));
  });
  await maker.post('lone', '/referral/v1/programmes', { definition: nextDefinition(definition) });

  const plain = made.find(({ scenario }) => scenario.name === 'plain') as Made;
  // a parent whose custody is over, with the other; and a child old enough to see its own, with its mother
  const apart = made.find(({ scenario }) => scenario.custodyEnds && !scenario.custodyEndsOn && isVibekes(scenario));
  const old = made.find(({ scenario }) => scenario.childBorn === '2011-01-05' && isVibekes(scenario));
  const accounts: readonly (readonly [Citizen, string | undefined])[] = [
    ['maja', plain.persons['mor']],
    ['mads', apart?.persons['far']],
    ['mona', apart?.persons['mor']],
    ['olga', old?.persons['barn']],
    ['moa', old?.persons['mor']],
  ];
  const links: Record<string, string> = {};
  const linkIds: Record<string, string> = {};
  for (const [who, person] of accounts) {
    if (person === undefined) continue;
    const { sub } = cast.as(who);
    linkIds[sub] = await linkCitizen(maker, who, person);
    links[sub] = person;
  }
  const owned = opened.flatMap((group) => group.owned);
  const feeds = await handFeeds(maker, made, owned);
  const closing = { name: 'Flytning', from: '2036-07-01', until: '2036-07-08' };
  const { id: closed } = await maker.post<{ id: string }>('lone', '/scheduling/v1/closures', closing);
  const closure: Owned = { kind: 'closure', id: closed, unit: 'familiestuen' };
  const childViews = (await concurrently(4, made, (each) => tellViews(maker, each, leaderOf(each.family.id)))).flat();
  const plans = await concurrently(4, made, (each) => tellPlans(maker, each, leaderOf(each.family.id)));
  const observations = (await concurrently(4, made, (each) => offerObservations(maker, each))).flat();
  const videos = (await concurrently(4, made, (each) => registerVideos(maker, each, leaderOf(each.family.id)))).flat();
  const attendance = await noteAttendance(maker, made, groups[0] as Group, sessions.slice(2));
  const [, invited, ...further] = sessions;
  const off = further.at(-1);
  const out = { group: groups[0] as Group, session: invited?.id ?? '', off: off?.id ?? '', feeds };
  const deliveries = (await concurrently(1, made, (each) => giveOut(maker, each, out))).flat();
  await maker.post('gitte', `/scheduling/v1/sessions/${out.off}:cancel`, undefined, { ifMatch: off?.version ?? 1 });
  const needs = await nameNeeds(maker, groups[0] as Group, sessions[3]?.id ?? '');
  await concurrently(1, made, (each) => close(maker, each));
  const separations = await keepApart(maker, made);
  const clearances = (await concurrently(1, made, (each) => clear(maker, each))).flat();
  const employees = (await concurrently(1, made, (each) => declareEmployees(maker, each))).flat();

  const looks =
    plain.rows.length > 0 ? [...(await looksAt(maker, plain)), ...(await looksByOfficer(maker, plain))] : [];
  const officers = made.find(({ scenario }) => scenario.name === 'officer’s own');
  if (officers) looks.push(...(await looksAtOfficers(maker, officers)));
  const barred = made.find(({ scenario }) => scenario.name === 'own record');
  const samples = barred ? await refusedLook(maker, barred) : [];
  await maker.setClock(`${askedOn}T08:00:00Z`);
  await maker.post('gitte', `/scheduling/v1/sessions/${held}:mark-held`, undefined, {
    ifMatch: sessions[0]?.version ?? 1,
  });
  const orientations = (await concurrently(4, made, (each) => answerParents(maker, each))).flat();
  // consent hears that the meeting was held, and then everybody that what it was for is used up
  for (const _hop of ['session', 'bases']) await drained(platform, 30);
  const world: World = {
    ...exampleWorld(),
    municipality: code,
    today: askedOn,
    units: units.map(({ code: unit, institution = false }) => ({
      code: unit,
      institution,
      retired: unit === 'db-lukket',
    })),
    definitions: [first, nextDefinition(first)],
    families: made.map(({ family }) => family),
    custody: made.flatMap(({ custody }) => custody),
    told: made.flatMap(({ told }) => told),
    referrals: made.map(({ referral }) => referral),
    groups,
    enrolments: made.flatMap(({ enrolments }) => enrolments),
    relations: made.flatMap(({ rows }) => rows),
    bases: made.flatMap(({ bases }) => bases),
    employees,
    clearances,
    holders: cast.holders,
    functions: [
      ...new Set(
        cast.actors.flatMap(({ asker: { municipality, pairs = [] } }) => (municipality === code ? pairs : [])),
      ),
    ],
    links,
    linkIds,
    owned: [...owned, closure, ...appointments],
    feeds,
    childViews,
    registrations: plans.flatMap(({ registrations }) => registrations),
    goals: plans.flatMap(({ goals }) => goals),
    conversations: plans.flatMap(({ conversations }) => conversations),
    observations,
    videos,
    attendance,
    needs,
    separations,
    orientations,
    deliveries,
    cancelled: [out.off],
    looks,
    samples,
    leases: [{ id: newId(), service: holder }],
    figureRows: made.map(({ family }) => ({ id: family.id, figure: 'referred', programme, family: family.id })),
  };
  return {
    platform,
    cast,
    world,
    made,
    family(name) {
      const found = made.find(({ scenario }) => scenario.name === name);
      if (!found) throw new Error(`no family is ${name}`);
      return found;
    },
  };
}

const isVibekes = ({ triager, until }: Scenario): boolean => triager !== 'viggo' && until !== 'declined';

/** Of custody that was there before anybody told since when. */
const always = '0001-01-01';

interface Page<T> {
  readonly items: readonly T[];
}

/** Its enrolments and custody rows, as the triager sees them. */
async function enrolled(maker: Maker, made: Made, seated: boolean): Promise<void> {
  const { triager = 'vibeke', until, again } = made.scenario;
  // of a family whose referral is closed nobody in triage sees anything any more
  if (until === 'declined') return;
  const path = `/family-plan/v1/families/${made.family.id}`;
  type Enrolment = { id: string; placeId: string; groupId: string };
  const { items } = await maker.until(
    () => maker.get<Page<Enrolment>>(triager, `${path}/enrolments`),
    (found) => found.items.length === (seated ? 1 : 0),
    `${made.scenario.name} enrolled`,
  );
  for (const { id, placeId, groupId } of items)
    made.enrolments.push({ id, family: made.family.id, programme, place: placeId, group: groupId });
  type Custody = { id: string; childId: string; holderId: string; from: string | null; to: string | null };
  const custody = await maker.get<Page<Custody>>(triager, `${path}/custody`);
  made.custody.length = 0;
  // that of a child who was known before is of the family that it was known in
  for (const { id, childId, holderId, from, to } of again ? [] : custody.items)
    made.custody.push({ id, child: childId, holder: holderId, from: from ?? always, to });
}
