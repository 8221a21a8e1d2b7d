import type { Tx } from '@helhed/database';

/**
 * The next number of the municipality's count of access taken away. Its row stays locked until the transaction ends, so
 * numbers are told in the order in which they came to be; to be called last, since everybody else waits for it.
 */
export async function raiseEpoch(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ value: string }>(
    `INSERT INTO epoch_counter (municipality, value) VALUES (helhed.tenant(), 1)
     ON CONFLICT (municipality) DO UPDATE SET value = epoch_counter.value + 1 RETURNING value`,
  );
  return Number(row?.value);
}
