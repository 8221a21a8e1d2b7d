import type { BasisView, RecordBasis } from './bases.dto.js';

export const [maja, jonas, alma] = [
  '0198a1b2-0000-7000-8000-000000000023',
  '0198a1b2-0000-7000-8000-000000000024',
  '0198a1b2-0000-7000-8000-000000000025',
] as const;

/** Parents agree that the day care which referred them hears the outcome; invented. */
const said = {
  programme: 'nyborg-familiestue',
  kind: 'consent',
  layer: 'disclosure',
  purpose: 'outcome-to-sender',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  persons: [maja, jonas, alma] as string[],
  validFrom: '2026-09-03',
  validTo: '2027-09-03',
} satisfies RecordBasis;

const given = { how: 'spoken', givenOn: '2026-09-03', evidence: 'Journalnotat 2026-417' } as const;

export const assertedExample = { ...said, givenBy: [maja, jonas] as string[], ...given } satisfies RecordBasis;

export const basisExample: BasisView = {
  id: '0198a1b2-0000-7000-8000-000000000040',
  ...said,
  paragraph: null,
  givers: [maja, jonas].map((person) => ({ person, ...given, withdrawnAt: null })),
  leftOut: [],
  evidence: null,
  meeting: null,
  followUpMeeting: null,
  renews: null,
  ended: null,
  endedAt: null,
  coverage: said.persons.map((person) => ({ person, state: 'covered' })),
  recordedAt: '2026-09-03T12:41:07.000Z',
  recordedBy: { unit: 'visitation', function: 'triager' },
  version: 1,
  withheld: [],
};
