import type { IntakeClaim } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { factsFromIntake, type Facts } from '@helhed/programmes';
import type { ParentsPart } from '../referrals/referral.js';
import { birthDateOf } from './check-intake.js';
import { householdsOf, type Intake } from './intake.dto.js';

/** A person of the referral without a name: the id minted here, and the one that family-plan has for the same person. */
export interface IntakePerson {
  readonly id: string;
  readonly role: IntakeClaim['members'][number]['role'];
  readonly personId?: string;
}

export interface MintedIntake {
  readonly document: Pick<IntakeClaim, 'households' | 'members'>;
  readonly persons: readonly IntakePerson[];
  readonly parentsPart: readonly ParentsPart[];
  readonly facts: Facts;
}

/**
 * Gives every person and household of an intake an id, in place of the sender's refs.
 * @param today ISO date in Denmark, on which ages are counted
 */
export function mintIntake({ households, members, parentsPart, facts }: Intake, today: string): MintedIntake {
  const ids = new Map([...households, ...members].map(({ ref }) => [ref, newId()]));
  const idOf = (ref: string): string => ids.get(ref) as string;
  const withBirthDates = members.map((member) => ({ ...member, birthDate: birthDateOf(member) }));
  return {
    document: {
      households: households.map(({ ref, address }) => ({ ref: idOf(ref), address })),
      members: members.map((member) => {
        const { ref, role, name, cpr, birthDate, custody } = member;
        return {
          id: idOf(ref),
          role,
          name,
          cpr,
          birthDate,
          households: householdsOf(member).map(idOf),
          custody: custody?.map(idOf),
        };
      }),
    },
    persons: members.map(({ ref, role }) => ({ id: idOf(ref), role })),
    parentsPart: parentsPart.map(({ parent, ...part }) => ({ parent: idOf(parent), ...part })),
    facts: factsFromIntake(withBirthDates, today, facts),
  };
}
