import type { BasisView, RecordBasis } from './bases.dto.js';

const [maja, alma] = ['0198a1b2-0000-7000-8000-000000000023', '0198a1b2-0000-7000-8000-000000000025'] as const;

/** Parents agree that the day care which referred them hears the outcome; invented. */
export const assertedExample = {
  kind: 'consent',
  layer: 'disclosure',
  purpose: 'outcome-to-sender',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  persons: [maja, alma],
  givenBy: [maja],
  how: 'spoken',
  givenOn: '2026-09-03',
  evidence: 'Journalnotat 2026-417',
  validFrom: '2026-09-03',
  validTo: '2027-09-03',
} satisfies RecordBasis;

export const basisExample: BasisView = {
  id: '0198a1b2-0000-7000-8000-000000000040',
  ...assertedExample,
  paragraph: null,
  recordedAt: '2026-09-03T12:41:07.000Z',
  recordedBy: { unit: 'visitation', function: 'triager' },
  version: 1,
};
