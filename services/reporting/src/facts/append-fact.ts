import { contextOf, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';

/**
 * Keeps an event for good. Until the transaction ends no rebuild takes its last step, so the generation stays the current one.
 * @returns the generation that the event is still to be applied to; null when it was a fact already
 */
export async function appendFact(tx: Tx, event: CloudEvent<unknown>): Promise<number | null> {
  const { id, type, orderkey, incarnation, seq, time, data } = event;
  const [appended] = await tx.query<{ generation: number | null }>(
    'SELECT append_fact($1, $2, $3, $4, $5, $6, $7, $8) AS generation',
    [id, type, contextOf(event), orderkey, incarnation, seq, time, JSON.stringify(data)],
  );
  return appended?.generation ?? null;
}

/**
 * Waits for the transactions that append facts in this municipality and holds back new ones until this one ends. A fact's
 * id is taken before its commit: only now is every id below the newest one visible.
 */
export async function holdBackAppends(tx: Tx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(4501, helhed.tenant()::int)');
}
