import type { Tx } from '@helhed/database';

/** A system that was away for longer reads its things anew. */
export const keptDays = 30;

/** From which time on changes are told, by the municipality's clock. */
export const keptSince = ({ now }: Pick<Tx, 'now'>): Date => new Date(now.getTime() - keptDays * 86_400_000);

/** @returns how many rows went: some thousand at most, so that no transaction holds its locks for long */
export async function forgetChanges(tx: Tx, most = 5_000): Promise<number> {
  const gone = await tx.query(
    `DELETE FROM helhed.unit_change WHERE municipality = helhed.tenant() AND ordinal = ANY (ARRAY(
       SELECT c.ordinal FROM helhed.unit_change c WHERE c.municipality = helhed.tenant() AND c.at < $1 LIMIT $2))
     RETURNING ordinal`,
    [keptSince(tx), most],
  );
  return gone.length;
}
