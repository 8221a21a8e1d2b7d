import type { Acting } from './asker.js';
import {
  ageOn,
  familyOf,
  holdersOf,
  isChild,
  memberOf,
  within,
  type Enrolment,
  type Family,
  type Referral,
  type Row,
  type Seat,
  type World,
} from './world.js';

/** A relation that holds, in one programme. */
export interface Hold {
  readonly relation: string;
  readonly programme: string;
}

/** 1.3 in the table's order, with the purpose of each. */
export const purposeOf: Readonly<Record<string, string | undefined>> = {
  triage: 'triage',
  sender: 'outcome-to-sender',
  videographer: 'video',
  group: 'course',
  coordinator: 'coordination',
  observer: 'observation',
  team: 'coordination',
  contact: 'contact-support',
  'follow-up': 'follow-up',
  partner: 'cooperation',
  institution: 'cooperation',
  lead: 'programme-management',
  link: 'calendar-feed',
  own: 'own-insight',
  custody: 'own-insight',
};
const order = (
  'triage sender videographer group coordinator observer team contact follow-up partner institution lead register planner employed link own ' +
  'custody'
).split(' ');

export const inOrder = (holds: readonly Hold[]): Hold[] =>
  holds.toSorted(
    (a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || a.programme.localeCompare(b.programme),
  );

export const isOpen = ({ state }: Referral): boolean => !['declined', 'withdrawn', 'closed'].includes(state);

const retired = (world: World, code: string) => world.units.some((unit) => unit.code === code && unit.retired);
const sameEnrolment = (place: string) => (enrolment: Enrolment) => enrolment.place === place;

function triages(world: World, who: Acting, { triageUnit }: Referral): boolean {
  if (who.function !== 'triager') return false;
  return triageUnit === undefined || triageUnit === who.unit || retired(world, triageUnit);
}

function sends(world: World, who: Acting, referral: Referral): boolean {
  const { programme, programmeVersion, referringUnit } = referral;
  const version = world.definitions.find(({ code, version: each }) => code === programme && each === programmeVersion);
  return referringUnit === who.unit && (version?.mayRefer.includes(who.function ?? '') ?? false);
}

const leads = (who: Acting): boolean => who.function === 'programme-lead';

/** Which relations hold to a referral. */
export const holdsToReferral = (world: World, who: Acting, referral: Referral): Hold[] =>
  [triages(world, who, referral) && 'triage', sends(world, who, referral) && 'sender', leads(who) && 'lead'].flatMap(
    (relation) => (relation ? [{ relation, programme: referral.programme }] : []),
  );

const hasEnded = (world: World, { place }: Seat): boolean =>
  world.enrolments.some((each) => sameEnrolment(place)(each) && each.ended);

/** The groups of the actor's unit in which the family has a seat whose enrolment has not ended. */
const groupsOf = (world: World, family: string, unit?: string) =>
  world.groups.filter(
    (group) =>
      (unit === undefined || group.unit === unit) &&
      group.seats.some((seat) => seat.family === family && !hasEnded(world, seat)),
  );

/** A-REL-06: in the course of a programme, beside which alone a thing that names whoever made it is reached by that. */
export const isInCourse = (world: World, who: Acting, family: string, programme: string): boolean => {
  const of = world.families.find(({ id }) => id === family);
  const holds = of ? holdsToFamily(world, who, of) : [];
  return holds.some(
    (hold) => hold.programme === programme && ['group', 'coordinator', 'team', 'contact'].includes(hold.relation),
  );
};

/** Which relations hold to a family. An erased one has none left; a merged one's are asked of the other. */
export function holdsToFamily(world: World, who: Acting, family: Family): Hold[] {
  if (family.erased) return [];
  const referrals = world.referrals.filter((each) => each.family === family.id);
  const holds: Hold[] = [];
  for (const referral of referrals) {
    if (isOpen(referral) && triages(world, who, referral))
      holds.push({ relation: 'triage', programme: referral.programme });
    if (sends(world, who, referral)) holds.push({ relation: 'sender', programme: referral.programme });
  }
  if (who.function === 'group-leader')
    for (const { programme } of groupsOf(world, family.id, who.unit)) holds.push({ relation: 'group', programme });
  for (const row of world.relations) {
    if (row.family !== family.id || !within(world.today, row) || row.unit !== who.unit) continue;
    const holding = row.kind === 'institution' ? attends(world, row, family) && isCase(who) : names(world, who, row);
    if (holding) holds.push({ relation: relationOf(world, row), programme: row.programme });
  }
  if (leads(who))
    for (const { programme } of [...referrals, ...world.enrolments.filter((each) => each.family === family.id)])
      holds.push({ relation: 'lead', programme });
  return inOrder(holds.filter((hold, index) => holds.findIndex((each) => same(each, hold)) === index));
}

/** A-REL-07: a contact's row is one relation until the family is followed up in its programme, and another from then on. */
const relationOf = (world: World, row: Row): string =>
  row.kind === 'contact' && isFollowedUp(world, row) ? 'follow-up' : row.kind;

/** 1.4: it has had an enrolment in the programme, and each has ended. */
export function isFollowedUp(world: World, { family, programme }: Pick<Row, 'family' | 'programme'>): boolean {
  const had = world.enrolments.filter((each) => each.family === family && each.programme === programme);
  return had.length > 0 && had.every(({ ended }) => ended);
}

/** A row of an actor's unit in force today, of another kind than `institution`. */
function names(world: World, who: Acting, { kind, sub, function: name, unit, family }: Row): boolean {
  if (name !== who.function || (kind !== 'partner' && !who.anybody && sub !== who.sub)) return false;
  if (kind === 'coordinator') return who.function === 'family-coordinator';
  return !world.units.some(({ code, institution }) => code === unit && institution) || hasChildIn(world, unit, family);
}

/** A-REL-05: an institution's own children. */
const hasChildIn = (world: World, unit: string, family: string): boolean =>
  world.relations.some(
    (row) =>
      row.kind === 'institution' &&
      row.unit === unit &&
      row.family === family &&
      within(world.today, row) &&
      attends(world, row, familyOf(world, family)),
  );

/** An institution's row names a child that is a member of the family. */
const attends = (world: World, { child }: Row, family: Family | undefined): boolean =>
  family?.members.some((member) => member.person === child && isChild(world, member)) ?? false;

const oversight = ['programme-lead', 'data-protection-officer', 'administrator', 'report-reader'];
/** Section 3: every function but those of oversight. */
export const isCase = (who: Acting): boolean => who.function !== undefined && !oversight.includes(who.function);

const same = (a: Hold, b: Hold) => a.relation === b.relation && a.programme === b.programme;

/** `own` and `custody` of a citizen, to a person. */
export function holdsToPerson(world: World, who: Acting, person: string): Hold[] {
  if (who.kind !== 'citizen' || who.person === undefined) return [];
  const member = memberOf(world, person);
  if (!member) return [];
  // whose birth date is not known is of age unless the role is child
  const unknown = member.role === 'child' ? 0 : world.ages.majority;
  const old = member.birthDate === undefined ? unknown : ageOn(world.today, member.birthDate);
  const holds: Hold[] = [];
  if (person === who.person && old >= world.ages.ownAccess) holds.push({ relation: 'own', programme: '' });
  if (old < world.ages.majority && holdersOf(world, person).includes(who.person))
    holds.push({ relation: 'custody', programme: '' });
  return holds;
}

/** The units that carry the family's case: retired or not. */
export const caseCarrying = (world: World, family: string): string[] => [
  ...world.referrals
    .filter((each) => each.family === family && isOpen(each))
    .flatMap(({ triageUnit }) => (triageUnit ? [triageUnit] : [])),
  ...groupsOf(world, family).map(({ unit }) => unit),
  ...world.relations
    .filter((row) => row.family === family && row.kind === 'coordinator' && within(world.today, row))
    .map(({ unit }) => unit),
];

/** The units that keep it since its referral was closed, and own nothing of it. */
export const caseKeeping = (world: World, family: string): string[] =>
  world.groups
    .filter(
      ({ programme, seats }) =>
        seats.some((seat) => seat.family === family && hasEnded(world, seat)) &&
        world.referrals.some(
          (each) => each.family === family && each.programme === programme && each.state === 'closed',
        ),
    )
    .map(({ unit }) => unit);
