import type { Tx } from '@helhed/database';
import { everybodyOf } from './group-things.js';

/** @returns whether the person is known to be of the family */
export async function isOfFamily(tx: Tx, familyId: string, personId: string): Promise<boolean> {
  const [found] = await tx.query<{ known: boolean }>(
    `SELECT f.person = ANY (${everybodyOf('f.id')}) AS known FROM (SELECT $1::uuid AS id, $2::uuid AS person) f`,
    [familyId, personId],
  );
  return found?.known ?? false;
}
