import type { Tx } from '@helhed/database';

/** Of a family's conversations in a group that are off, by code, the latest: unless another is in its place already. */
export async function findUnreplaced(tx: Tx, groupId: string, familyId: string): Promise<ReadonlyMap<string, string>> {
  const latest = await tx.query<{ code: string; id: string }>(
    `SELECT DISTINCT ON (off.conversation) off.conversation AS code, off.id FROM appointment off
     WHERE off.municipality = helhed.tenant() AND off.group_id = $1 AND off.family_id = $2 AND off.cancelled_at IS NOT NULL
       AND NOT EXISTS (
         SELECT FROM appointment made WHERE made.municipality = off.municipality AND made.replaces_id = off.id)
     ORDER BY off.conversation, off.cancelled_at DESC, off.id`,
    [groupId, familyId],
  );
  return new Map(latest.map(({ code, id }) => [code, id]));
}
