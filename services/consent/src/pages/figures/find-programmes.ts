import type { Actor } from '@helhed/access';
import type { Database } from '@helhed/database';
import { ProgrammeCopy } from '../../programmes/programme-copy.js';

export type Programme = Pick<ProgrammeCopy, 'code' | 'name'>;

/** The municipality's programmes as their last definitions name them, and what day it is. */
export function findProgrammes(
  database: Database,
  { municipality }: Actor,
): Promise<{ programmes: readonly Programme[]; today: string }> {
  return database.inTransaction(municipality, async (tx) => {
    const copies = await tx.manager.find(ProgrammeCopy, {
      where: { municipality },
      order: { code: 'ASC', version: 'ASC' },
    });
    const programmes = [...new Map(copies.map(({ code, name }) => [code, { code, name }])).values()];
    return { programmes, today: tx.today };
  });
}
