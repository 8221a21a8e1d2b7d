import type { Tx } from '@helhed/database';
import { BasisReplica } from './basis-replica.js';

/** The bases about a family that are in force today, in the municipality's time. */
export async function findBases({ manager, municipality, today }: Tx, familyId: string): Promise<BasisReplica[]> {
  const bases = await manager.findBy(BasisReplica, { municipality, familyId });
  return bases.filter((basis) => basis.isInForce(today));
}
