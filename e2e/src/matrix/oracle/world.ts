import type {
  Attendance,
  ChildView,
  Clearance,
  Conversation,
  Delivery,
  Feed,
  FigureRow,
  Goal,
  LookMade,
  LookNoted,
  Need,
  Observation,
  Orientation,
  Owned,
  Registration,
  Separation,
  ToldCustody,
  Video,
} from './recorded.js';

/**
 * A world as docs/access.md speaks of one, described and not stored: what the oracle decides over. Days are ISO dates;
 * periods are `[from, to)`, without `to` they are open. Nothing here comes from libs/access.
 */
export interface Period {
  readonly from: string;
  readonly to?: string | null | undefined;
}

export interface Unit {
  readonly code: string;
  readonly parent?: string;
  readonly insideParent?: boolean;
  readonly retired?: boolean;
  /** It reaches its own children only. */
  readonly institution?: boolean;
}

export interface ConsentRule {
  readonly validFrom: string;
  readonly consentOf: 'custody-holders' | 'resident-parent' | 'own';
  readonly ownVoice?: { readonly age: number; readonly mode: 'also' | 'alone' } | undefined;
  readonly exceptions?: readonly string[] | undefined;
}

export interface Standing {
  readonly layer: Layer;
  readonly relation: string;
  readonly categories: readonly string[];
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

export interface Definition {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly mayRefer: readonly string[];
  readonly purposes: Readonly<
    Record<string, { readonly rules?: readonly ConsentRule[]; readonly standing?: readonly Standing[] } | undefined>
  >;
}

export interface Member {
  readonly person: string;
  readonly role: 'parent' | 'child' | 'other';
  readonly birthDate?: string | undefined;
  readonly households: readonly string[];
}

export interface Family {
  readonly id: string;
  readonly members: readonly Member[];
  readonly mergedInto?: string;
  readonly erased?: boolean;
}

export interface Custody extends Period {
  readonly id?: string;
  readonly holder: string;
  readonly child: string;
}

export interface Referral {
  readonly id: string;
  readonly family: string;
  readonly programme: string;
  /** The definition's version that it came in under. */
  readonly programmeVersion: number;
  readonly referringUnit: string;
  readonly triageUnit?: string;
  readonly state: string;
  /** On the waiting list, at this position of the whole queue. */
  readonly waiting?: boolean;
}

export interface Seat {
  readonly id: string;
  readonly family: string;
  readonly place: string;
}

export interface Group {
  readonly id: string;
  readonly programme: string;
  readonly unit: string;
  readonly seats: readonly Seat[];
}

export interface Enrolment {
  readonly id: string;
  readonly family: string;
  readonly programme: string;
  readonly place: string;
  readonly group?: string;
  readonly ended?: boolean;
}

export interface Row extends Period {
  readonly id: string;
  readonly family: string;
  readonly programme: string;
  readonly kind: 'coordinator' | 'team' | 'contact' | 'partner' | 'institution';
  readonly sub?: string | null | undefined;
  readonly unit: string;
  /** All but an institution's have one. */
  readonly function?: string | undefined;
  /** An institution's. */
  readonly child?: string | undefined;
}

export interface EmployeeRelation extends Period {
  readonly id?: string;
  readonly sub: string;
  readonly kind: 'own-person' | 'relative';
  readonly person: string;
}

export type Layer = 'processing' | 'disclosure';

export interface Basis {
  readonly id: string;
  readonly family: string;
  readonly programme: string;
  readonly kind: 'consent' | 'statute' | 'single-exchange' | 'vital-interest';
  readonly layer: Layer;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly fromUnit: string;
  readonly toUnit: string;
  readonly persons: readonly string[];
  readonly validFrom: string;
  readonly validTo?: string | null | undefined;
  /** In the order given; `back` says who took it back. */
  readonly givers: readonly { readonly person: string; readonly back?: boolean }[];
  readonly leftOut?: readonly { readonly person: string; readonly paragraph: string }[];
  readonly recordedIn: string;
  readonly ended?: boolean;
  readonly usedUp?: boolean;
}

export interface World {
  readonly municipality: string;
  readonly today: string;
  readonly ages: { readonly majority: number; readonly ownAccess: number; readonly noticeDays: number };
  /** Before the end of a basis, when a task to renew it comes. */
  readonly noticeDays: number;
  readonly units: readonly Unit[];
  readonly definitions: readonly Definition[];
  readonly families: readonly Family[];
  readonly custody: readonly Custody[];
  /** What referrals told of it, and nobody has recorded. */
  readonly told?: readonly ToldCustody[];
  readonly referrals: readonly Referral[];
  readonly groups: readonly Group[];
  readonly enrolments: readonly Enrolment[];
  readonly relations: readonly Row[];
  readonly bases: readonly Basis[];
  readonly employees: readonly EmployeeRelation[];
  readonly clearances: readonly Clearance[];
  /** sub → the pairs that Keycloak gives it. */
  readonly holders: Readonly<Record<string, readonly string[]>>;
  /** Every pair that somebody could be given, also a system's. */
  readonly functions?: readonly string[];
  /** sub → the person whose citizen it is. */
  readonly links: Readonly<Record<string, string>>;
  /** sub → the id of its link. */
  readonly linkIds?: Readonly<Record<string, string>>;
  readonly owned: readonly Owned[];
  readonly feeds: readonly Feed[];
  readonly figureRows: readonly FigureRow[];
  readonly childViews?: readonly ChildView[];
  readonly registrations?: readonly Registration[];
  readonly goals?: readonly Goal[];
  readonly conversations?: readonly Conversation[];
  readonly observations?: readonly Observation[];
  readonly videos?: readonly Video[];
  readonly attendance?: readonly Attendance[];
  readonly needs?: readonly Need[];
  readonly separations?: readonly Separation[];
  readonly orientations?: readonly Orientation[];
  readonly deliveries?: readonly Delivery[];
  /** Sessions that are off. */
  readonly cancelled?: readonly string[];
  /** Looks in the register, by the unit that they were made in. */
  readonly looks?: readonly LookMade[];
  /** Every look of two hours; undefined: the world knows of none. Of other hours it says nothing. */
  readonly noted?: readonly LookNoted[];
  /** Leases that run, by the service that took each. */
  readonly leases?: readonly { readonly id: string; readonly service: string }[];
  /** Looks drawn for review. */
  readonly samples?: readonly string[];
  /** A-SEC-06 is lifted, as nowhere but in a pair: what is within a section is decided by itself. */
  readonly partsByThemselves?: boolean;
  /** Consent is down and this service's lease is over. */
  readonly leaseOver?: boolean;
}

export const within = (today: string, { from, to }: Period): boolean => from <= today && (!to || today < to);

/** Whole years on a day; a birthday counts from its midnight. */
export const ageOn = (day: string, birthDate: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

export const familyOf = (world: World, id: string): Family | undefined =>
  world.families.find((family) => family.id === id);

export const memberOf = (world: World, person: string): Member | undefined =>
  world.families
    .filter(({ mergedInto, erased }) => !mergedInto && !erased)
    .flatMap(({ members }) => members)
    .find((member) => member.person === person);

/** A child is younger than majority; without a known birth date, whose role is child. */
export const isChild = (world: World, { birthDate, role }: Member): boolean =>
  birthDate === undefined ? role === 'child' : ageOn(world.today, birthDate) < world.ages.majority;

/** A-CFG-01: the highest version that has begun. */
export const definitionInForce = (world: World, programme: string): Definition | undefined =>
  world.definitions
    .filter(({ code, validFrom }) => code === programme && validFrom <= world.today)
    .toSorted((a, b) => b.version - a.version)[0];

export const holdersOf = (world: World, child: string): string[] =>
  world.custody.filter((row) => row.child === child && within(world.today, row)).map(({ holder }) => holder);
