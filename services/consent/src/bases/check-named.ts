import type { Look } from '@helhed/access';
import { ruleOn } from '../cover/consent-rule.js';
import type { CoverageFacts } from '../cover/coverage.js';
import { neededFor } from '../cover/needed.js';
import type { FamilyMember } from '../families/family-member.js';
import type { RecordBasis } from './bases.dto.js';
import { refuseNamed } from './refuse-named.js';
import { notAGiver, notAMember, unfit } from './refusals.js';

type Named = Pick<RecordBasis, 'familyId' | 'purpose' | 'persons'>;
type Giving = Required<Pick<RecordBasis, 'givenBy' | 'givenOn'>>;

/**
 * A basis covers members of its family (A-BAS-05).
 * @throws DomainError `not-a-member`: names the fields only to whoever reaches custody (`refuseNamed`)
 */
export async function requireMembers(
  look: Look,
  { familyId, persons, givenBy = [] }: Named & Pick<RecordBasis, 'givenBy'>,
  members: readonly FamilyMember[],
): Promise<void> {
  const known = new Set(members.map(({ personId }) => personId));
  const strangers = persons.flatMap((person, at) => (known.has(person) ? [] : [`persons.${at}`]));
  if (strangers.length === 0) return;
  const named = [...new Set([...persons, ...givenBy])].filter((person) => known.has(person));
  const wrong = { told: notAMember(strangers), category: 'family-structure', others: unfit(), persons: named } as const;
  await refuseNamed(look, familyId, wrong);
}

/**
 * Whoever gives must be asked for somebody the basis covers, on the day given (A-BAS-05).
 * @throws DomainError `not-a-giver` to whoever reaches custody; to others the same as of somebody who is no member
 */
export async function requireGivers(
  look: Look,
  { familyId, purpose, persons }: Named,
  { givenBy, givenOn }: Giving,
  facts: CoverageFacts,
): Promise<void> {
  const rule = ruleOn(facts.versions, purpose, givenOn);
  const needed = new Set(persons.flatMap((person) => neededFor(person, facts, rule, givenOn)));
  const others = givenBy.flatMap((giver, at) => (needed.has(giver) ? [] : [`givenBy.${at}`]));
  if (others.length === 0) return;
  // of a giver whom nobody here knows there is nobody to tell
  const named = [...new Set([...persons, ...givenBy.filter((giver) => facts.people.has(giver))])];
  const wrong = { told: notAGiver(others), category: 'custody', others: unfit(), persons: named } as const;
  await refuseNamed(look, familyId, wrong);
}
