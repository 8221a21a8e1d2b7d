import type { Tx } from '@helhed/database';
import { requestContext } from '@helhed/telemetry';

const final = new WeakSet<Tx>();

/** Notes that what the transaction's command answers waits until nothing rests on an earlier epoch. */
export const mayRaise = (tx: Tx): void => void final.add(tx);

/**
 * The next number of the municipality's count of access taken away. Its row stays locked until the transaction ends, so
 * numbers are told in the order in which they came to be; to be called last, since everybody else waits for it.
 * @param familyId whose next event carries the number
 * @throws Error in a command whose answer would not wait: somebody is promised something by it, as nobody is by a reaction
 */
export async function raiseEpoch(tx: Tx, familyId: string): Promise<number> {
  if (requestContext.getStore()?.actor?.kind !== 'service' && !final.has(tx))
    throw new Error('a command that takes access away runs in FinalTransactions');
  const [row] = await tx.query<{ value: string }>(
    `INSERT INTO epoch_counter (municipality, value) VALUES (helhed.tenant(), 1)
     ON CONFLICT (municipality) DO UPDATE SET value = epoch_counter.value + 1 RETURNING value`,
  );
  const epoch = Number(row?.value);
  await tx.query('INSERT INTO epoch_raise (municipality, epoch, family_id) VALUES (helhed.tenant(), $1, $2)', [
    epoch,
    familyId,
  ]);
  return epoch;
}

/** The numbers that the family's events carried, oldest first. */
export async function raisesOf(tx: Tx, familyId: string): Promise<number[]> {
  const rows = await tx.query<{ epoch: string }>(
    'SELECT epoch FROM epoch_raise WHERE municipality = helhed.tenant() AND family_id = $1 ORDER BY epoch',
    [familyId],
  );
  return rows.map(({ epoch }) => Number(epoch));
}
