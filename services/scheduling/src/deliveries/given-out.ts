import type { Tx } from '@helhed/database';
import { requestContext } from '@helhed/telemetry';

/**
 * Notes that something is given out. A HEAD gives nothing out, but its headers are those of the GET (RFC 9110, 9.3.2):
 * so the same is noted, and taken back before it is answered.
 */
export async function givenOut<T>(tx: Tx, note: () => Promise<T>): Promise<T> {
  if (requestContext.getStore()?.method !== 'HEAD') return note();
  await tx.query('SAVEPOINT head');
  const noted = await note();
  await tx.query('ROLLBACK TO SAVEPOINT head');
  return noted;
}
