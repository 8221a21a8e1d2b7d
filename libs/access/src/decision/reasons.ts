/** Why a section is withheld, in the order of docs/access.md 10: of several, the first is told (A-SEC-05). */
export const basisReasons = [
  'consent-withdrawn',
  'basis-ended',
  'exchange-used-up',
  'basis-expired',
  'basis-not-yet-valid',
  'consent-incomplete',
  'no-basis',
] as const;

export type BasisReason = (typeof basisReasons)[number];
/** Section 7, in the order in which it is asked. */
export const barredReasons = ['own-record', 'relative-record', 'colleague-record'] as const;
export type BarredReason = (typeof barredReasons)[number];
export type WithheldReason = BasisReason | BarredReason | 'consent-unavailable' | 'not-for-you';

export const firstOf = (reasons: readonly BasisReason[]): BasisReason =>
  basisReasons.find((reason) => reasons.includes(reason)) ?? 'no-basis';
