import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';

/** For a number that is no known family's: any that consent tells of, or, where there is none, nobody's. */
export async function anyFamily(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT family_id AS id FROM basis WHERE municipality = helhed.tenant() ORDER BY id LIMIT 1',
  );
  return row?.id ?? newId();
}
