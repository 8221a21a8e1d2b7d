import type { Tx } from '@helhed/database';

/** The channel on which the instances of a service hear that their database has applied a raise. */
export const epochChannel = 'helhed_epoch';

/**
 * Counts one raise of the epoch as applied. Events of several families are applied side by side, so a later raise may
 * come before an earlier one: the epoch reached is the last without a gap below it, and never says more than was applied. Told by NOTIFY, whose
 * commits wait for each other: raises are rare.
 */
export async function raiseEpoch(tx: Tx, raise: number): Promise<void> {
  await Promise.all([
    tx.query('INSERT INTO helhed.access_epoch VALUES (helhed.tenant(), 0) ON CONFLICT DO NOTHING'),
    tx.query(
      `WITH RECURSIVE locked AS (
       SELECT epoch, ahead || $1::bigint AS ahead FROM helhed.access_epoch WHERE municipality = helhed.tenant() FOR UPDATE
     ), reached(epoch) AS (
       SELECT epoch FROM locked
       UNION SELECT reached.epoch + 1 FROM reached, locked WHERE reached.epoch + 1 = ANY (locked.ahead)
     ), last AS (SELECT max(epoch) AS epoch FROM reached)
     UPDATE helhed.access_epoch SET epoch = last.epoch,
       ahead = ARRAY(SELECT DISTINCT n FROM locked, unnest(locked.ahead) AS n WHERE n > last.epoch ORDER BY n)
     FROM last WHERE municipality = helhed.tenant()`,
      [raise],
    ),
    tx.query('SELECT pg_notify($1, $2)', [epochChannel, tx.municipality]),
  ]);
}

/** The epoch that this service's database has applied. */
export async function appliedEpoch(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ epoch: string }>(
    'SELECT epoch FROM helhed.access_epoch WHERE municipality = helhed.tenant()',
  );
  return Number(row?.epoch ?? 0);
}
