import {
  ClearanceEnded,
  ClearanceGiven,
  EmployeeRelationEnded,
  EmployeeRelationSet,
  FamilyPlanSnapshot,
  type CloudEvent,
  type Snapshot,
} from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { endClearance, endEmployeeRelation, keepClearance, keepEmployeeRelation } from './keep-barring.js';

@Controller()
export class WhenBarringTold {
  @On(EmployeeRelationSet)
  async bar({ data }: CloudEvent<z.infer<typeof EmployeeRelationSet.schema>>, { tx }: EventContext): Promise<void> {
    await keepEmployeeRelation(tx, data);
  }

  @On(EmployeeRelationEnded)
  async unbar({ data }: CloudEvent<z.infer<typeof EmployeeRelationEnded.schema>>, { tx }: EventContext): Promise<void> {
    await endEmployeeRelation(tx, data);
  }

  @On(ClearanceGiven)
  async clear({ data }: CloudEvent<z.infer<typeof ClearanceGiven.schema>>, { tx }: EventContext): Promise<void> {
    await keepClearance(tx, data);
  }

  @On(ClearanceEnded)
  async unclear({ data }: CloudEvent<z.infer<typeof ClearanceEnded.schema>>, { tx }: EventContext): Promise<void> {
    await endClearance(tx, data);
  }

  /** What family-plan knows no more, since it was restored; its order key is a person or a family. */
  @On(FamilyPlanSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return;
    const ids = (of: { type: string }, field: string) =>
      events.filter(({ type }) => type === of.type).map(({ data }) => data[field]);
    await tx.query(
      'DELETE FROM helhed.barred_person WHERE municipality = helhed.tenant() AND person_id = $1 AND id <> ALL ($2::uuid[])',
      [orderKey, ids(EmployeeRelationSet, 'relationId')],
    );
    await tx.query(
      'DELETE FROM helhed.clearance WHERE municipality = helhed.tenant() AND family_id = $1 AND id <> ALL ($2::uuid[])',
      [orderKey, ids(ClearanceGiven, 'clearanceId')],
    );
  }
}
