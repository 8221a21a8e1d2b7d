import { isDerivedFact, type DerivedFact } from '@helhed/contracts';
import { ageOn } from './age-bands.js';

export type FactValue = boolean | number | readonly string[] | readonly number[];

/** What is known of a family, by fact code; a fact that is not there is unknown. */
export type Facts = Readonly<Record<string, FactValue>>;

/** As much of a referral's member as facts are computed from. */
export interface IntakeMember {
  readonly role: string;
  /** ISO date; the caller takes it from the CPR number where there is one. */
  readonly birthDate?: string;
  /** One household, or several for a child that lives in two. */
  readonly household?: string | readonly string[];
}

/**
 * The facts of a family: what the referral states, and what follows from its members.
 *
 * @param on ISO date of the receipt, in Denmark: ages are in whole years on that day
 */
export function factsFromIntake(members: readonly IntakeMember[], on: string, stated: Facts = {}): Facts {
  const children = members.filter((member) => member.role === 'child');
  const ages = children.map((child) => ageOn(child.birthDate, on)).filter((age) => age !== undefined);
  const derived: Partial<Record<DerivedFact, FactValue>> = {
    childrenCount: children.length,
    parentsCount: members.filter((member) => member.role === 'parent').length,
    householdsCount: new Set(members.flatMap((member) => member.household ?? [])).size,
  };
  // With one birth date missing the youngest is not known to be the youngest.
  if (ages.length === children.length) {
    derived.childAges = ages.sort((a, b) => a - b);
    if (ages[0] !== undefined) derived.youngestChildAge = ages[0];
  }
  const own = Object.entries(stated).filter(([code]) => !isDerivedFact(code));
  return { ...Object.fromEntries(own), ...derived };
}
