import type { RecordBasis } from '../src/bases/bases.dto.js';

/** The parents agree that the day care hears the outcome. */
export const asserted = (
  { familyId, maja, alma }: { familyId: string; maja: string; alma: string },
  changes: Partial<RecordBasis> = {},
): RecordBasis => ({
  kind: 'consent',
  layer: 'disclosure',
  purpose: 'referral-outcome',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
  familyId,
  persons: [maja, alma],
  givenBy: [maja],
  how: 'spoken',
  givenOn: '2026-09-03',
  evidence: 'Journalnotat 2026-417',
  validFrom: '2026-09-03',
  ...changes,
});
