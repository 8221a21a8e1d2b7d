import type { RecordBasis } from '../src/bases/bases.dto.js';

/** The parents agree that the day care hears the outcome. */
export const asserted = (
  { familyId, maja, jonas, alma }: { familyId: string; maja: string; jonas: string; alma: string },
  changes: Partial<RecordBasis> = {},
): RecordBasis => ({
  programme: 'nyborg-familiestue',
  kind: 'consent',
  layer: 'disclosure',
  purpose: 'outcome-to-sender',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
  familyId,
  persons: [maja, jonas, alma],
  givenBy: [maja, jonas],
  how: 'spoken',
  givenOn: '2026-09-03',
  evidence: 'Journalnotat 2026-417',
  validFrom: '2026-09-03',
  ...changes,
});

const notOfConsent = { givenBy: undefined, how: undefined, givenOn: undefined, evidence: undefined };

/** What differs where it is not a consent. */
export const otherKind = {
  statute: { ...notOfConsent, kind: 'statute', paragraph: 'Barnets lov § 18' },
  'single-exchange': {
    ...notOfConsent,
    kind: 'single-exchange',
    purpose: 'cooperation',
    paragraph: 'Barnets lov § 19',
    meeting: '0198a1b2-0000-7000-8000-00000000aa01',
    validTo: '2027-03-01',
  },
  'vital-interest': {
    ...notOfConsent,
    kind: 'vital-interest',
    paragraph: 'Databeskyttelsesforordningen art. 6, stk. 1, litra d',
    evidence: 'Barnet er alene hjemme',
    validTo: '2026-12-24',
  },
} as const satisfies Record<string, Partial<RecordBasis>>;
