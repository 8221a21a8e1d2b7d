import type { Act } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { hasReached } from '../persons/age.js';
import { Person } from '../persons/person.js';
import { FamilyMember } from './family-member.js';

/**
 * The refusal tells something of the family: it is in the log as a look.
 * @throws DomainError `not-a-member` (422) unless the person is a child of the family today (docs/access.md 1.4)
 */
export async function requireChild(tx: Tx, { act }: Act, familyId: string, personId: string): Promise<void> {
  const { manager, municipality, personalData, today } = tx;
  const member = await manager.findOneBy(FamilyMember, { municipality, familyId, personId });
  const person = member && (await manager.findOneBy(Person, { municipality, id: personId }));
  const majority = valueOn(getGroundRules().ages.majority, today);
  if (person && !hasReached(majority, person.openBirthDate(personalData), member.role, today)) return;
  tx.log({ kind: 'command', act, subjects: [familyId, ...(member ? [personId] : [])] });
  tx.keepLooks();
  throw new DomainError('rule', 'not-a-member', {
    da: 'Personen er ikke et barn i familien.',
    en: 'The person is no child of the family.',
  });
}
