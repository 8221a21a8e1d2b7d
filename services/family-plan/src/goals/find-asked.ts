import type { Tx } from '@helhed/database';
import { custodyUntilMajority } from '../custody/custody-until-majority.js';
import { heldOn } from '../families/family-thing.js';
import { findParents } from '../families/find-parents.js';
import type { Goal } from './goal.js';

/**
 * Those who must accept a goal that is offered: of a child's, who of the family holds custody of the child today; where nobody
 * of it does, the parents. Without custody a parent decides nothing of the child (A-CIT-06), and so keeps no goal from it.
 */
export async function findAsked(
  tx: Tx,
  { familyId, personId }: Pick<Goal, 'familyId' | 'personId'>,
): Promise<string[]> {
  const holders = await tx.query<{ id: string }>(
    `SELECT DISTINCT c.holder_id AS id FROM ${custodyUntilMajority} c
     JOIN family_member m ON m.municipality = c.municipality AND m.person_id = c.holder_id
     WHERE c.municipality = helhed.tenant() AND c.child_id = $2 AND m.family_id = $1 AND ${heldOn('$3::date')}`,
    [familyId, personId, tx.today],
  );
  return holders.length > 0 ? holders.map(({ id }) => id) : findParents(tx, familyId);
}
