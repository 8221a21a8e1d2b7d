import { BasisRecorded, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { BasisReplica } from './basis-replica.js';

type Recorded = CloudEvent<z.infer<typeof BasisRecorded.schema>>;

@Controller()
export class WhenBasisRecorded {
  /** A restored source tells again what it told before: what is known of a basis, its withdrawal above all, stays. */
  @On(BasisRecorded)
  async keep({ data }: Recorded, { tx }: EventContext): Promise<void> {
    const replica = BasisReplica.of(tx.municipality, data);
    await tx.manager.createQueryBuilder().insert().into(BasisReplica).values(replica).orIgnore().execute();
  }
}
