import { BasisRecorded, ConsentSnapshot, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
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

  /** A basis that the register knows no more, since it was restored, gives nothing; what was withdrawn stays withdrawn. */
  @On(ConsentSnapshot)
  async settle({ data: { orderKey: familyId, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    const told = events.filter(({ type }) => type === BasisRecorded.type).map(({ data }) => data['basisId']);
    const { municipality } = tx;
    await tx.manager.delete(BasisReplica, { municipality, familyId, id: Not(In(told)), withdrawnAt: IsNull() });
  }
}
