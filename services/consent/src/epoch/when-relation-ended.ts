import { AccessTakenAway, RelationEnded, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { raiseEpoch } from './raise-epoch.js';

type Row = Omit<z.infer<typeof AccessTakenAway.schema>['relation'] & object, 'to'>;

/**
 * The relation's own event and its end come from family-plan; this one carries the number, and the relation whole, so that
 * whoever has applied the number knows of the end, whether or not the other has come.
 */
@Controller()
export class WhenRelationEnded {
  @On(RelationEnded)
  async tell({ data }: CloudEvent<z.infer<typeof RelationEnded.schema>>, { tx }: EventContext): Promise<void> {
    const { relationId, familyId, to } = data;
    const [row] = await tx.query<Row>(
      `SELECT id AS "relationId", programme, kind, sub, unit, function, from_date::text AS "from"
       FROM helhed.relation_replica WHERE municipality = helhed.tenant() AND id = $1`,
      [relationId],
    );
    if (!row) throw new Error(`relation ${relationId} is not known here`);
    const epoch = await raiseEpoch(tx, familyId, { relation: relationId });
    tx.emit(AccessTakenAway, { familyId, relation: { ...row, to }, custody: null, epoch });
  }
}
