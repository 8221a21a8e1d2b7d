import type { AccessFacts, BasisFact, RelationRowFact, SectionFact } from '../access-facts.js';
import type { Question, StandingBasis } from '../question.js';
import type { SectionName } from '../sections.js';

/** Docs/access.md 9: the world of the worked examples, as the facts of referral R and of family H. */
export const [maja, jonas, alma] = ['maja', 'jonas', 'alma'];
export const everybody = [maja, jonas, alma];
const open = { from: '2026-01-01', to: null };

export const covering = (persons: readonly string[], state = 'covered'): BasisFact['coverage'] =>
  persons.map((personId) => ({ personId, state, ...open }));

const consent = { kind: 'consent', layer: 'disclosure', programme: 'familiestue', ended: null } as const;
const year = { from: '2026-09-03', to: '2027-09-03', coverage: covering(everybody) };
export const b1: BasisFact = {
  ...consent,
  ...year,
  id: 'B1',
  purpose: 'outcome-to-sender',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
};
export const b2: BasisFact = {
  ...consent,
  ...year,
  id: 'B2',
  purpose: 'cooperation',
  categories: ['family-structure', 'identity'],
  fromUnit: 'familiestuen',
  toUnit: 'skole-nord',
};

/** The start configuration (2.2): processing for every relation but `link`; disclosure for `lead`. */
const ceilings = {
  triage: [
    'triage',
    [
      'referral-content',
      'referral-triage',
      'referral-outcome',
      'family-structure',
      'identity',
      'custody',
      'address',
      'enrolment',
    ],
  ],
  sender: ['outcome-to-sender', ['referral-content', 'referral-outcome']],
  group: ['course', ['family-structure', 'identity', 'address', 'enrolment', 'appointments']],
  coordinator: [
    'coordination',
    ['referral-outcome', 'family-structure', 'identity', 'custody', 'address', 'enrolment', 'appointments'],
  ],
  contact: ['contact-support', ['family-structure', 'identity', 'enrolment', 'appointments']],
  'follow-up': ['follow-up', ['family-structure', 'identity', 'enrolment']],
  partner: ['cooperation', ['referral-outcome', 'family-structure', 'identity', 'enrolment', 'appointments']],
  institution: ['cooperation', ['referral-outcome', 'family-structure', 'identity', 'enrolment', 'appointments']],
  lead: ['programme-management', ['referral-outcome', 'enrolment', 'appointments', 'figure-rows']],
} as const;
export const standing: StandingBasis[] = Object.entries(ceilings).flatMap(([relation, [purpose, categories]]) =>
  (relation === 'lead' ? ['processing', 'disclosure'] : ['processing']).map((layer) => ({
    programme: 'familiestue',
    purpose,
    relation,
    layer,
    categories,
    validFrom: '2026-01-01',
  })),
);

const about = {
  epoch: 0,
  familyId: 'H',
  members: everybody,
  sameArea: [],
  atInstitution: false,
  barring: [],
  clearances: [],
  bases: [],
  relationRows: [],
  own: [],
};
const section = (
  name: SectionName,
  persons: readonly string[],
  owners: readonly string[],
  of?: string,
): SectionFact => ({
  name,
  persons,
  owners,
  of: of ?? null,
  person: name === 'family.address' ? null : (of ?? null),
});

/** Referral R, triaged in `visitation`; `relation` as the referral service's own rows say. */
export const referral = (
  relation: 'triage' | 'sender' | 'lead',
  sameArea: string,
  changes: Partial<AccessFacts> = {},
): AccessFacts => ({
  ...about,
  programme: 'familiestue',
  sections: [
    section('referral.content', everybody, ['db-solsikken', 'visitation']),
    section('referral.triage', everybody, ['visitation']),
    section('referral.outcome', everybody, ['visitation']),
  ],
  own: [{ relation, programmes: ['familiestue'] }],
  sameArea: [sameArea],
  bases: [b1],
  ...changes,
});

const cases = ['visitation', 'familiestuen', 'familieafdelingen'];
export const partner: RelationRowFact = {
  kind: 'partner',
  programme: 'familiestue',
  sub: null,
  unit: 'skole-nord',
  function: 'teacher',
  ...open,
};
/** Alma attends `skole-nord`. */
export const attends: RelationRowFact = { ...partner, kind: 'institution', function: null };

/** Family H, whose case-carrying units are those of triage, the group and the coordinator. */
export const family = (sameArea: string, changes: Partial<AccessFacts> = {}): AccessFacts => ({
  ...about,
  programme: null,
  sections: [
    section('family.structure', everybody, cases),
    ...everybody.map((person) => section('family.identity', [person], cases, person)),
    section('family.custody', everybody, cases, alma),
    section('family.address', [maja, alma], cases, 'household-1'),
    section('family.address', [jonas], cases, 'household-2'),
  ],
  sameArea: [sameArea],
  relationRows: [partner],
  bases: [b2],
  ...changes,
});

export const asking = (sub: string, unit: string, name: string, changes: Partial<Question> = {}): Question => ({
  actor: { kind: 'person', sub, unit, function: name },
  relations: [
    'triage',
    'sender',
    'group',
    'coordinator',
    'team',
    'contact',
    'follow-up',
    'partner',
    'institution',
    'lead',
  ],
  sections: ['referral.outcome', 'family.structure', 'family.identity', 'family.custody', 'family.address'],
  today: '2026-10-05',
  standing,
  ...changes,
});
export const pia = asking('pia', 'db-solsikken', 'pedagogue');
export const trine = asking('trine', 'skole-nord', 'teacher');
export const gitte = asking('gitte', 'familiestuen', 'group-leader');
