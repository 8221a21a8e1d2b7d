import { keepCustody } from '@helhed/access';
import { newId } from '@helhed/kernel';
import type { World } from './world.js';

export interface Member {
  readonly personId: string;
  readonly role: 'parent' | 'child' | 'other';
  readonly households: string[];
}

/** Two and two, in all the households. */
export const parentsAndChildren = (households: readonly string[]): Member[] =>
  (['parent', 'parent', 'child', 'child'] as const).map((role) => ({
    personId: newId(),
    role,
    households: [...households],
  }));

/** Both parents hold custody of both children. */
export async function custodyOfBoth(world: World, familyId: string, members: readonly Member[]): Promise<void> {
  for (const child of members.filter(({ role }) => role === 'child'))
    for (const holder of members.filter(({ role }) => role === 'parent'))
      await custodyOf(world, familyId, child.personId, holder.personId);
}

/** Custody is told of, open-ended. @returns the custody's id */
export async function custodyOf(world: World, familyId: string, childId: string, holderId: string): Promise<string> {
  const custodyId = newId();
  await world.inTx((tx) => keepCustody(tx, { custodyId, familyId, childId, holderId, from: null, to: null }));
  return custodyId;
}

/** Who is enrolled with the family in this role. */
export async function enrolledIn(
  world: World,
  familyId: string,
  role: 'parent' | 'child' | 'other',
): Promise<string[]> {
  const rows = await world.all<{ id: string }>(
    'SELECT DISTINCT person_id AS id FROM enrolled_member WHERE family_id = $1 AND role = $2 ORDER BY 1',
    [familyId, role],
  );
  return rows.map(({ id }) => id);
}

/** A parent of the family, to be handed its calendar; somebody unknown where nobody is enrolled. */
export const recipientIn = async (world: World, familyId: string): Promise<string> =>
  (await enrolledIn(world, familyId, 'parent'))[0] ?? newId();
