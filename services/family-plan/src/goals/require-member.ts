import type { Act } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { FamilyMember } from '../families/family-member.js';

/** Those whom a goal is offered to: the parents in the family, or, in a family without any, its other adults. */
export async function findParents({ manager, municipality }: Tx, familyId: string): Promise<string[]> {
  const members = await manager.findBy(FamilyMember, { municipality, familyId });
  const parents = members.filter(({ role }) => role === 'parent');
  const asked = parents.length > 0 ? parents : members.filter(({ role }) => role === 'other');
  return asked.map(({ personId }) => personId);
}

/**
 * The refusal tells something of the family: it is in the log as a look.
 * @throws DomainError `not-a-member` (422) unless it is one of them
 */
export async function requireParent(tx: Tx, { act }: Act, familyId: string, personId: string): Promise<void> {
  if ((await findParents(tx, familyId)).includes(personId)) return;
  const { municipality } = tx;
  const isMember = await tx.manager.existsBy(FamilyMember, { municipality, familyId, personId });
  tx.log({ kind: 'command', act, subjects: [familyId, ...(isMember ? [personId] : [])] });
  tx.keepLooks();
  throw notAMember();
}

/**
 * The refusal tells something of the family: it is in the log as a look.
 * @throws DomainError `not-a-member` (422) unless each of them belongs to the family
 */
export async function requireMembers(
  tx: Tx,
  { act }: Act,
  familyId: string,
  persons: readonly string[],
): Promise<void> {
  const { manager, municipality } = tx;
  const members = await manager.findBy(FamilyMember, { municipality, familyId });
  const known = persons.filter((person) => members.some(({ personId }) => personId === person));
  if (known.length === persons.length) return;
  tx.log({ kind: 'command', act, subjects: [familyId, ...known] });
  tx.keepLooks();
  throw notAMember();
}

const notAMember = (): DomainError =>
  new DomainError('rule', 'not-a-member', {
    da: 'Personen hører ikke til familien på den måde.',
    en: 'The person does not belong to the family in that way.',
  });
