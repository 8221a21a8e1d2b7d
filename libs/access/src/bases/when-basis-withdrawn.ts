import { BasisWithdrawn, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { BasisReplica } from './basis-replica.js';

type Withdrawn = CloudEvent<z.infer<typeof BasisWithdrawn.schema>>;

@Controller()
export class WhenBasisWithdrawn {
  /** Of a basis never heard of it fails, and is parked with the family's later events: nothing is forgotten in silence. */
  @On(BasisWithdrawn)
  async withdraw({ data: { basisId: id, withdrawnAt, epoch } }: Withdrawn, { tx }: EventContext): Promise<void> {
    const where = { municipality: tx.municipality, id };
    const replica = await tx.manager.findOneOrFail(BasisReplica, { where, lock: { mode: 'pessimistic_write' } });
    replica.withdraw(new Date(withdrawnAt), epoch);
    await tx.manager.save(replica);
  }
}
