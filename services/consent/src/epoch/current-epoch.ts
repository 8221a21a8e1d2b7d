import type { Tx } from '@helhed/database';

/** The municipality's count of access taken away, as it stands. */
export async function currentEpoch(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ value: string }>(
    'SELECT value FROM epoch_counter WHERE municipality = helhed.tenant()',
  );
  return Number(row?.value ?? 0);
}
