import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';

/**
 * What a command at a basis that was reached is refused tells of which kind it is, who gave it, or that it is over: it is a look
 * at the basis, in the log though the command took no effect.
 */
export async function refusedAsLook<T>(tx: Tx, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (refusal) {
    if (refusal instanceof DomainError) tx.keepLooks();
    throw refusal;
  }
}
