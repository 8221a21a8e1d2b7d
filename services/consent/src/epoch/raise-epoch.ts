import type { Tx } from '@helhed/database';
import { requestContext } from '@helhed/telemetry';
import { holdEpoch } from './current-epoch.js';
import type { Taken } from '../restored/taken.js';

interface Lifted {
  readonly epoch: number;
  readonly familyId: string;
}

const final = new WeakSet<Tx>();

/** Notes that what the transaction's command answers waits until nothing rests on an earlier epoch. */
export const mayRaise = (tx: Tx): void => void final.add(tx);

/**
 * The next number of the municipality's count of access taken away. Its row stays locked until the transaction ends, so
 * numbers are told in the order in which they came to be; to be called last, since everybody else waits for it.
 * @param familyId whose next event carries the number
 * @param taken what is kept of it outside the database; null where nothing but the number is to be made good
 * @throws Error in a command whose answer would not wait: somebody is promised something by it, as nobody is by a reaction
 */
export async function raiseEpoch(tx: Tx, familyId: string, taken: Taken | null): Promise<number> {
  if (requestContext.getStore()?.actor?.kind !== 'service' && !final.has(tx))
    throw new Error('a command that takes access away runs in FinalTransactions');
  const [row] = await tx.query<{ epoch: string }>(
    `WITH raised AS (
       INSERT INTO epoch_counter (municipality, value) VALUES (helhed.tenant(), 1)
       ON CONFLICT (municipality) DO UPDATE SET value = epoch_counter.value + 1 RETURNING value
     )
     INSERT INTO epoch_raise (municipality, epoch, family_id, taken)
     SELECT helhed.tenant(), value, $1, $2 FROM raised RETURNING epoch`,
    [familyId, taken && JSON.stringify(taken)],
  );
  return Number(row?.epoch);
}

/**
 * Lifts the count to one that somebody has heard of, after the register was restored from before it. Each number between
 * gets a family, which tells of it: whoever lacks one of them would wait for it for ever. @returns those numbers
 */
export async function liftEpoch(tx: Tx, to: number, familyOf: (epoch: number) => string): Promise<Lifted[]> {
  await holdEpoch(tx);
  const [row] = await tx.query<{ value: string }>(
    'SELECT value FROM epoch_counter WHERE municipality = helhed.tenant() FOR UPDATE',
  );
  const from = Number(row?.value);
  if (to <= from) return [];
  await tx.query('UPDATE epoch_counter SET value = $1 WHERE municipality = helhed.tenant()', [to]);
  const lifted = Array.from({ length: to - from }, (_, index) => from + 1 + index).map((epoch) => ({
    epoch,
    familyId: familyOf(epoch),
  }));
  await tx.query(
    `INSERT INTO epoch_raise (municipality, epoch, family_id)
     SELECT helhed.tenant(), epoch, family FROM unnest($1::bigint[], $2::uuid[]) AS lifted(epoch, family)`,
    [lifted.map(({ epoch }) => epoch), lifted.map(({ familyId }) => familyId)],
  );
  return lifted;
}

/** The numbers that the family's events carried, oldest first. */
export async function raisesOf(tx: Tx, familyId: string): Promise<number[]> {
  const rows = await tx.query<{ epoch: string }>(
    'SELECT epoch FROM epoch_raise WHERE municipality = helhed.tenant() AND family_id = $1 ORDER BY epoch',
    [familyId],
  );
  return rows.map(({ epoch }) => Number(epoch));
}
