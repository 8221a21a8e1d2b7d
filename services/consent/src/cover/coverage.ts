import type { ConsentRule } from '@helhed/contracts';
import { ownVoiceAges, ruleDays, ruleOn, type PurposesOfVersion } from './consent-rule.js';
import { daysOfChange, neededFor, type People } from './needed.js';

export type CoverState = 'covered' | 'withdrawn' | 'incomplete';

/** From a day until another, which is not in it; without one, for good. */
export interface CoverPeriod {
  readonly personId: string;
  readonly state: CoverState;
  readonly from: string;
  readonly to: string | null;
}

/** What of a basis decides whom it covers. */
export interface Covering {
  readonly kind: string;
  readonly purpose: string;
  readonly persons: readonly string[];
  readonly givers: readonly { readonly personId: string; readonly withdrawn: boolean }[];
  readonly leftOut: readonly { readonly person: string; readonly paragraph: string }[];
}

export interface CoverageFacts extends People {
  /** All versions of the basis's programme. */
  readonly versions: readonly PurposesOfVersion[];
}

/**
 * Whom a basis covers and when, from a day on and without an end, so that nobody else needs to know of custody or ages.
 * What was given or taken back counts for every day, as it stands; custody, ages and rules count on theirs.
 */
export function coverageOf(basis: Covering, facts: CoverageFacts, from: string): CoverPeriod[] {
  const ruleChanges = ruleDays(facts.versions, basis.purpose);
  const ages = new Set(ownVoiceAges(facts.versions));
  return basis.persons.toSorted().flatMap((personId) => {
    if (basis.kind !== 'consent') return [{ personId, state: 'covered' as const, from, to: null }];
    const changes = [...ruleChanges, ...daysOfChange(personId, facts, ages)].filter((day) => day > from);
    const days = [from, ...new Set(changes)].toSorted();
    const states = days.map((day) => ({ from: day, state: stateOn(basis, facts, personId, day) }));
    const starts = states.filter(({ state }, index) => state !== states[index - 1]?.state);
    return starts.map((start, index) => ({ personId, ...start, to: starts[index + 1]?.from ?? null }));
  });
}

function stateOn(basis: Covering, facts: CoverageFacts, personId: string, day: string): CoverState {
  const rule = ruleOn(facts.versions, basis.purpose, day);
  const needed = neededFor(personId, facts, rule, day);
  const given = needed.map((giver) => stateOf(basis, rule, giver));
  // taken back is final: being left out under an exception does not bring it back
  if (given.includes('withdrawn')) return 'withdrawn';
  return needed.length > 0 && given.every((state) => state === 'covered') ? 'covered' : 'incomplete';
}

function stateOf({ givers, leftOut }: Covering, rule: ConsentRule | undefined, person: string): CoverState {
  const giver = givers.find(({ personId }) => personId === person);
  if (giver) return giver.withdrawn ? 'withdrawn' : 'covered';
  const exceptions = rule?.exceptions ?? [];
  const isLeftOut = leftOut.some((each) => each.person === person && exceptions.includes(each.paragraph));
  return isLeftOut ? 'covered' : 'incomplete';
}
