import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { groupNotFound, lockGroup } from '../groups/find-groups.js';
import type { Group } from '../groups/group.js';
import { reaches } from '../reach.js';

/** @throws DomainError `not-found` unless it is a group of a unit within reach */
export async function lockReachedGroup(tx: Tx, actor: Actor, id: string): Promise<Group> {
  const group = await lockGroup(tx, id);
  if (!group || !reaches(actor, group.unit)) throw groupNotFound();
  return group;
}
