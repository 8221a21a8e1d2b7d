import type { Acting } from './asker.js';
import type { Concerned } from './own-records.js';
import { holdsToFamily, holdsToPerson, holdsToReferral, isCase, type Hold } from './relations.js';
import type { Request } from './request.js';
import {
  basisEntry,
  enrolmentSection,
  familySections,
  figureSection,
  identitySection,
  planSection,
  referralSections,
  structureSection,
  type Section,
} from './sections.js';
import { familyOf, type Basis, type Family, type Referral, type World } from './world.js';

/** A thing that the row's relations reach, or one that is not there for the actor. */
export interface Reached {
  readonly id: string;
  readonly holds: readonly Hold[];
  readonly sections: readonly Section[];
  readonly concerned: Concerned;
  readonly mergedInto?: string;
  /** Of which category something is withheld, whatever the bases say. */
  readonly notForYou?: 'basis-evidence' | 'observation' | undefined;
}

export const only = (holds: readonly Hold[], request: Request): Hold[] =>
  holds.filter(({ relation }) => request.row.relations.includes(relation));

export function referralFor(world: World, who: Acting, request: Request, referral: Referral): Reached | undefined {
  const holds = only(holdsToReferral(world, who, referral), request);
  if (holds.length === 0) return undefined;
  const { content, triage, outcome } = referralSections(world, referral);
  const shows: Record<string, readonly Section[]> = { 'A-REF-04': [], 'A-REF-06': [content, triage, outcome] };
  const sections = shows[request.row.id] ?? [outcome];
  return { id: referral.id, holds, sections, concerned: { families: [referral.family] } };
}

/** The family itself, with the sections that the row shows of it. */
export function familyFor(world: World, who: Acting, request: Request, family: Family): Reached | undefined {
  const merged = family.mergedInto === undefined ? undefined : familyOf(world, family.mergedInto);
  const asked = merged ?? family;
  const holds = only(holdsToFamily(world, who, asked), request);
  if (holds.length === 0) return undefined;
  const shows: Record<string, typeof familySections> = { 'A-FAM-01': familySections, 'A-FAM-32': printedSections };
  const sections = shows[request.row.id]?.(world, asked) ?? [];
  return {
    id: asked.id,
    holds,
    sections,
    concerned: { families: [asked.id] },
    ...(merged && { mergedInto: merged.id }),
  };
}

/** A-FAM-32: who is in the family, by name, and its goals: here none is agreed to, so that no point is on the paper. */
const printedSections = (world: World, family: Family): Section[] => [
  { ...structureSection(world, family), parts: ['identity'] },
  ...family.members.map(({ person }) => identitySection(world, family, person)),
  ...(world.goals ?? [])
    .filter((goal) => goal.family === family.id)
    .map((goal) => ({
      ...planSection(world, goal),
      parts: ['registration-form'],
    })),
];

export function enrolmentsFor(world: World, who: Acting, request: Request): Reached[] {
  return world.enrolments.flatMap((enrolment) => {
    const family = familyOf(world, enrolment.family);
    const holds = family ? only(holdsToFamily(world, who, family), request) : [];
    // each instance reaches its own programme's things only
    const own = holds.filter(({ programme }) => programme === enrolment.programme);
    if (own.length === 0) return [];
    const concerned = { families: [enrolment.family] };
    return [{ id: enrolment.id, holds: own, sections: [enrolmentSection(world, enrolment)], concerned }];
  });
}

/** A basis, by whatever the row names: `register`, a relation to its family, being a giver, being a person of it. */
export function basisFor(world: World, who: Acting, request: Request, basis: Basis): Reached | undefined {
  const { row } = request;
  const officer = who.function === 'data-protection-officer';
  const family = familyOf(world, basis.family);
  const units = [basis.fromUnit, basis.toUnit, basis.recordedIn];
  const recording = row.id === 'A-CON-07' ? [basis.recordedIn] : units;
  const register = isCase(who) && row.relations.includes('register') && recording.includes(who.unit ?? '');
  const gives = basis.givers.some(({ person }) => person === who.person);
  const holds = [
    ...(family && who.kind === 'person' ? only(holdsToFamily(world, who, family), request) : []),
    ...(row.id === 'A-CON-08' ? basis.persons.flatMap((person) => holdsToPerson(world, who, person)) : []),
    ...(register ? [{ relation: 'register', programme: basis.programme }] : []),
  ];
  const asGiver = who.kind === 'citizen' && gives && ['A-CON-05', 'A-CON-08'].includes(row.id);
  if (holds.length === 0 && !asGiver && !officer) return undefined;
  const persons = [...basis.persons, ...basis.givers.map(({ person }) => person)];
  const withEvidence = ['consent', 'vital-interest'].includes(basis.kind);
  const evidence = !withEvidence || officer || basis.recordedIn === who.unit || gives;
  return {
    id: basis.id,
    holds,
    sections: [basisEntry],
    concerned: { families: [basis.family], persons },
    notForYou: evidence ? undefined : 'basis-evidence',
  };
}

export const figureRowsFor = (world: World, who: Acting, figure: string): Reached[] =>
  world.figureRows
    .filter((row) => row.figure === figure && who.function === 'programme-lead')
    .map((row) => ({
      id: row.id,
      holds: [{ relation: 'lead', programme: row.programme }],
      sections: [figureSection(world, row)],
      concerned: { families: row.family ? [row.family] : [] },
    }));
