import type { Tx } from '@helhed/database';
import { FamilyMember } from './family-member.js';

/** The parents in the family, or, in a family without any, its other adults: whoever holds custody. */
export async function findParents({ manager, municipality }: Tx, familyId: string): Promise<string[]> {
  const members = await manager.findBy(FamilyMember, { municipality, familyId });
  const parents = members.filter(({ role }) => role === 'parent');
  const asked = parents.length > 0 ? parents : members.filter(({ role }) => role === 'other');
  return asked.map(({ personId }) => personId);
}
