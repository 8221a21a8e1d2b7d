import type { PersonalData } from '@helhed/database';
import { newId, type MunicipalityCode } from '@helhed/kernel';
import { factsFromIntake, type Facts } from '@helhed/programmes';
import { birthDateOf } from './check-submission.js';
import type { Submission } from './submission.js';

export interface Minted {
  readonly id: string;
  readonly familyId: string;
  /** Encrypted under their row's place, as the service does. */
  readonly reason: Buffer;
  readonly document: Buffer;
  readonly persons: readonly { id: string; role: string }[];
  readonly parentsPart: readonly { parent: string; how: string; on: string; agreed: boolean }[];
  readonly facts: Facts;
}

/** Ids in place of the sender's refs, the facts that follow from the members, and what names people encrypted. */
export function mint(
  keys: PersonalData,
  municipality: MunicipalityCode,
  submission: Submission,
  today: string,
): Minted {
  const { households, members, parentsPart, facts, reason } = submission;
  const [id, familyId] = [newId(), newId()];
  const ids = new Map([...households, ...members].map(({ ref }) => [ref, newId()]));
  const idOf = (ref: string): string => ids.get(ref) as string;
  const withBirthDates = members.map((member) => ({ ...member, birthDate: birthDateOf(member) }));
  const document = JSON.stringify({
    households: households.map(({ ref, address }) => ({ ref: idOf(ref), address })),
    members: withBirthDates.map(({ ref, role, name, cpr, birthDate, household, custody }) => ({
      id: idOf(ref),
      role,
      name,
      cpr,
      birthDate,
      households: [household].flat().map(idOf),
      custody: custody?.map(idOf),
    })),
  });
  return {
    id,
    familyId,
    reason: keys.encrypt(municipality, `referral.reason:${id}`, reason),
    document: keys.encrypt(municipality, `intake.document:${id}`, document),
    persons: members.map(({ ref, role }) => ({ id: idOf(ref), role })),
    parentsPart: parentsPart.map(({ parent, ...part }) => ({ ...part, parent: idOf(parent) })),
    facts: factsFromIntake(withBirthDates, today, facts),
  };
}
