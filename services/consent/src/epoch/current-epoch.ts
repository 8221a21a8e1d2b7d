import type { Tx } from '@helhed/database';

/** How many times access was taken away, ever. A basis that is recorded carries it and leaves it as it is. */
export async function currentEpoch(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ epoch: string }>('SELECT current_epoch() AS epoch');
  return Number(row?.epoch);
}
