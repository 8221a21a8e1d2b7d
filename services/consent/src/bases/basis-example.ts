import type { BasisView } from './bases.dto.js';

/** Parents agree that the day care which referred them hears the outcome; invented. */
export const basisExample: BasisView = {
  id: '0198a1b2-0000-7000-8000-000000000040',
  familyId: '0198a1b2-0000-7000-8000-000000000020',
  kind: 'consent',
  layer: 'disclosure',
  paragraph: null,
  purpose: 'referral-outcome',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
  persons: ['0198a1b2-0000-7000-8000-000000000023', '0198a1b2-0000-7000-8000-000000000025'],
  givenBy: ['0198a1b2-0000-7000-8000-000000000023'],
  how: 'spoken',
  givenOn: '2026-09-03',
  evidence: 'Journalnotat 2026-417',
  validFrom: '2026-09-03',
  validTo: '2027-09-03',
  recordedAt: '2026-09-03T12:41:07.000Z',
  recordedBy: { unit: 'visitation', function: 'triager' },
  version: 1,
};
