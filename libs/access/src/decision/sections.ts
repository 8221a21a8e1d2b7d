/** The sections of docs/access.md 4.1: what of a thing is shown whole or withheld whole, and its one category. */
export const sections = {
  'referral.content': 'referral-content',
  'referral.triage': 'referral-triage',
  'referral.outcome': 'referral-outcome',
  'family.structure': 'family-structure',
  'family.identity': 'identity',
  'family.custody': 'custody',
  'family.address': 'address',
  enrolment: 'enrolment',
  'child-view': 'child-view',
  'registration-form': 'registration-form',
  plan: 'plan',
  'goal.point': 'registration-form',
  observation: 'observation',
  video: 'video',
  'group.seat': 'appointments',
  'feed.entries': 'appointments',
  attendance: 'attendance',
  need: 'appointments',
  'figure.row': 'figure-rows',
  'basis.entry': 'basis',
  'basis.evidence': 'basis-evidence',
  'orientation.entry': 'basis',
  'look-up.entry': 'look-up-log',
} as const;

export type SectionName = keyof typeof sections;
export type SectionCategory = (typeof sections)[SectionName];

export const categoryOf = (name: SectionName): SectionCategory => sections[name];

const withoutPurpose: readonly SectionCategory[] = ['basis', 'basis-evidence', 'look-up-log'];

/** Whether a section's category is under no purpose: it needs no basis (A-SEC-01). */
export const needsNoBasis = (name: SectionName): boolean => withoutPurpose.includes(categoryOf(name));

const outer: Partial<Record<SectionName, SectionName>> = {
  'family.identity': 'family.structure',
  'family.custody': 'family.structure',
  'family.address': 'family.structure',
  'goal.point': 'plan',
};

/** The section without which this one is withheld, for the same reason (A-SEC-06). */
export const outerOf = (name: SectionName): SectionName | undefined => outer[name];

/** What is asked for, with the sections around it, without which it cannot be decided. */
export const withOuter = (names: readonly SectionName[]): SectionName[] => [
  ...new Set(names.flatMap((name) => [outerOf(name) ?? name, name])),
];
