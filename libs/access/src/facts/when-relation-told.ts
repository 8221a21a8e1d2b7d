import { FamilyPlanSnapshot, RelationEnded, RelationSet, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { endRelation, keepRelation } from './keep-relation.js';

@Controller()
export class WhenRelationTold {
  @On(RelationSet)
  async keep({ data }: CloudEvent<z.infer<typeof RelationSet.schema>>, { tx }: EventContext): Promise<void> {
    await keepRelation(tx, data);
  }

  @On(RelationEnded)
  async end({ data }: CloudEvent<z.infer<typeof RelationEnded.schema>>, { tx }: EventContext): Promise<void> {
    await endRelation(tx, data);
  }

  /** A relation that family-plan knows no more, since it was restored, holds no more. */
  @On(FamilyPlanSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return;
    const told = events.filter(({ type }) => type === RelationSet.type).map(({ data }) => data['relationId']);
    await tx.query(
      `DELETE FROM helhed.relation_replica WHERE municipality = helhed.tenant() AND family_id = $1 AND id <> ALL ($2::uuid[])`,
      [orderKey, told],
    );
  }
}
