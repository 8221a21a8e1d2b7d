import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';

/**
 * What a command is refused tells how something of a family stands, to whom that is shown: it is a look, in the log. What is
 * only not to be had now tells nothing.
 * @param familyId null where it is about no family
 * @param note what of it is told, where the log does not say so yet
 */
export async function refusedAsLook<T>(
  tx: Tx,
  familyId: string | null,
  work: () => Promise<T>,
  note: () => void = () => undefined,
): Promise<T> {
  try {
    return await work();
  } catch (refusal) {
    if (familyId !== null && refusal instanceof DomainError && refusal.kind !== 'unavailable') {
      note();
      tx.keepLooks();
    }
    throw refusal;
  }
}
