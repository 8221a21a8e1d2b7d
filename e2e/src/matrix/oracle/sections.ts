import type {
  Attendance,
  ChildView,
  Conversation,
  FigureRow,
  Goal,
  Need,
  Observation,
  Registration,
  Video,
} from './recorded.js';
import { caseCarrying, caseKeeping } from './relations.js';
import {
  holdersOf,
  isChild,
  type Enrolment,
  type Family,
  type Group,
  type Referral,
  type Seat,
  type World,
} from './world.js';

/** A part of a thing: 4.1. */
export interface Section {
  readonly name: string;
  readonly category: string;
  /** Persons concerned. */
  readonly persons: readonly string[];
  /** `every`: every unit is an owner, so that nothing is disclosed. */
  readonly owners: readonly string[] | 'every';
  /** Who had it as their own, and pass it on. */
  readonly keepers?: readonly string[];
  /** The member whose it is. */
  readonly person?: string;
  /** The household whose it is. */
  readonly household?: string;
  /** Withheld with the reason of that one where that is withheld. */
  readonly partOf?: 'family.structure' | 'plan';
  /** Categories of what is told within it: where it is withheld, each is once, of nobody, also where there is none. */
  readonly parts?: readonly string[];
  readonly needsNoBasis?: boolean;
}

/** Whose own it is that belongs to a family's case: the units that carry it, and those that keep it. */
export const ofCase = (world: World, family: string) => ({
  owners: caseCarrying(world, family),
  keepers: caseKeeping(world, family),
});

const everybody = (world: World, family: string | null): string[] =>
  world.families.find(({ id }) => id === family)?.members.map(({ person }) => person) ?? [];

export function referralSections(world: World, referral: Referral): Record<'content' | 'triage' | 'outcome', Section> {
  const persons = everybody(world, referral.family);
  const { referringUnit, triageUnit } = referral;
  const triaged = [triageUnit ?? referringUnit];
  return {
    content: {
      name: 'referral.content',
      category: 'referral-content',
      persons,
      owners: triageUnit ? [referringUnit, triageUnit] : [referringUnit],
    },
    triage: { name: 'referral.triage', category: 'referral-triage', persons, owners: triaged },
    outcome: { name: 'referral.outcome', category: 'referral-outcome', persons, owners: triaged },
  };
}

export function familySections(world: World, family: Family): Section[] {
  const part = { ...ofCase(world, family.id), partOf: 'family.structure' } as const;
  const parts = ['identity', 'custody', 'address'];
  const households = [...new Set(family.members.flatMap((member) => member.households))];
  return [
    { ...structureSection(world, family), parts },
    ...family.members.map(({ person }) => identitySection(world, family, person)),
    ...custodySections(world, family),
    ...households.map((household): Section => ({
      name: 'family.address',
      category: 'address',
      persons: family.members.filter((member) => member.households.includes(household)).map(({ person }) => person),
      household,
      ...part,
    })),
  ];
}

export const identitySection = (world: World, family: Family, person: string): Section => ({
  name: 'family.identity',
  category: 'identity',
  persons: [person],
  ...ofCase(world, family.id),
  person,
  partOf: 'family.structure',
});

export const structureSection = (world: World, family: Family): Section => ({
  name: 'family.structure',
  category: 'family-structure',
  persons: everybody(world, family.id),
  ...ofCase(world, family.id),
});

export const custodySections = (world: World, family: Family): Section[] =>
  family.members
    .filter((member) => isChild(world, member))
    .map(({ person }) => ({
      name: 'family.custody',
      category: 'custody',
      persons: [person, ...holdersOf(world, person)],
      ...ofCase(world, family.id),
      person,
      partOf: 'family.structure',
    }));

export const enrolmentSection = (world: World, { family }: Pick<Enrolment, 'family'>): Section => ({
  name: 'enrolment',
  category: 'enrolment',
  persons: everybody(world, family),
  ...ofCase(world, family),
});

export const childViewSection = ({ child, unit }: ChildView): Section => ({
  name: 'child-view',
  category: 'child-view',
  persons: [child],
  owners: [unit],
});

export const registrationSection = ({ child, unit }: Pick<Registration, 'child' | 'unit'>): Section => ({
  name: 'registration-form',
  category: 'registration-form',
  persons: [child],
  owners: [unit],
});

export const observationSection = ({ child, parent, unit }: Observation): Section => ({
  name: 'observation',
  category: 'observation',
  persons: [child, parent],
  owners: [unit],
});

/** What was seen, to a citizen: the parent's who was observed, and the child's own. */
export const notesSection = (each: Observation): Section => ({
  ...observationSection(each),
  name: 'observation.notes',
});

export const videoSection = ({ persons, unit }: Pick<Video, 'persons' | 'unit'>): Section => ({
  name: 'video',
  category: 'video',
  persons,
  owners: [unit],
});

export const planSection = (world: World, { family }: Goal | Conversation): Section => ({
  name: 'plan',
  category: 'plan',
  persons: everybody(world, family),
  ...ofCase(world, family),
});

/** A goal's: with what is written beside it by the institution, where it was offered from that. */
export const goalSections = (world: World, goal: Goal): Section[] => [
  { ...planSection(world, goal), parts: ['registration-form'] },
  ...(goal.point ? [{ ...registrationSection(goal.point), name: 'goal.point', partOf: 'plan' as const }] : []),
];

export const seatSection = (world: World, { unit }: Group, { family }: Seat): Section => ({
  name: 'group.seat',
  category: 'appointments',
  persons: everybody(world, family),
  owners: [unit],
});

export const attendanceSection = ({ unit }: Attendance, persons: readonly string[]): Section => ({
  name: 'attendance',
  category: 'attendance',
  persons,
  owners: [unit],
});

export const needSection = (world: World, { family, unit }: Need): Section => ({
  name: 'need',
  category: 'appointments',
  persons: everybody(world, family),
  owners: [unit],
});

export const figureSection = (world: World, { family }: FigureRow): Section => ({
  name: 'figure.row',
  category: 'figure-rows',
  persons: everybody(world, family),
  owners: 'every',
});

const ofTheRegister = (name: string): Section => ({
  name,
  category: 'basis',
  persons: [],
  owners: 'every',
  needsNoBasis: true,
});

export const basisEntry = ofTheRegister('basis.entry');
export const lookEntry = ofTheRegister('look-up.entry');
export const basisEvidence: Section = { ...ofTheRegister('basis.evidence'), category: 'basis-evidence' };
export const orientationEntry = ofTheRegister('orientation.entry');
/** Of a refusal, to the parent who asked. */
export const orientationReason = ofTheRegister('orientation.reason');
