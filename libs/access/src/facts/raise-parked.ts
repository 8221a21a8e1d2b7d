import { AccessTakenAway, BasisChanged, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { raiseEpoch } from './raise-epoch.js';

/**
 * Counts what an event raised that is set aside, in the transaction that sets it aside. The family of an event that waits
 * is closed meanwhile (`appliedEpoch` of a query), so nothing is answered from before it, and all other families go on.
 */
export async function raiseParked(tx: Tx, { type, data }: Pick<CloudEvent, 'type' | 'data'>): Promise<void> {
  const raised = type === AccessTakenAway.type || (type === BasisChanged.type && data['raised'] === true);
  const epoch = data['epoch'];
  if (raised && typeof epoch === 'number' && Number.isSafeInteger(epoch)) await raiseEpoch(tx, epoch);
}
