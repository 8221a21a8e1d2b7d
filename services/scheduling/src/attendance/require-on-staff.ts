import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notOnStaff } from './attendance-refusals.js';

/** @throws DomainError `not-on-staff` (403) unless the actor is among those who run the group */
export async function requireOnStaff(tx: Tx, { sub }: Actor, groupId: string): Promise<void> {
  const found = await tx.query(
    `SELECT FROM group_staff gs JOIN staff st ON st.municipality = gs.municipality AND st.id = gs.staff_id
     WHERE gs.municipality = helhed.tenant() AND gs.group_id = $1 AND st.sub = $2`,
    [groupId, sub],
  );
  if (found.length === 0) throw notOnStaff();
}
