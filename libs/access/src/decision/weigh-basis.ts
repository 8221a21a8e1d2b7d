import { holdsOn, type BasisFact } from './access-facts.js';
import type { BasisReason } from './reasons.js';

const firm = ['statute', 'vital-interest'];

/** Whether it can end before its stated end (docs/access.md 1.4). */
export const isRevocable = ({ kind }: BasisFact): boolean => !firm.includes(kind);

export const lists = ({ coverage }: BasisFact, personId: string): boolean =>
  coverage.some((line) => line.personId === personId);

/** What keeps a basis from covering a person that it lists: none of these, and it is in force and covers (A-BAS-07, 08). */
export function faultsOf(basis: BasisFact, personId: string, today: string): BasisReason[] {
  const { ended, from, to, coverage } = basis;
  const state = coverage.find((line) => line.personId === personId && holdsOn(line, today))?.state ?? 'incomplete';
  const faults: readonly [boolean, BasisReason][] = [
    [ended === 'withdrawn' || state === 'withdrawn', 'consent-withdrawn'],
    [ended === 'ended', 'basis-ended'],
    [ended === 'used-up', 'exchange-used-up'],
    [to !== null && today >= to, 'basis-expired'],
    [today < from, 'basis-not-yet-valid'],
    [state === 'incomplete', 'consent-incomplete'],
  ];
  return faults.filter(([has]) => has).map(([, reason]) => reason);
}
