import {
  AccessTakenAway,
  BasisChanged,
  BasisRecorded,
  ConsentSnapshot,
  type CloudEvent,
  type Snapshot,
} from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { changeBasis, keepBasis } from './keep-basis.js';
import { keepRelation } from './keep-relation.js';
import { raiseEpoch } from './raise-epoch.js';

@Controller()
export class WhenBasisTold {
  @On(BasisRecorded)
  async keep({ data }: CloudEvent<z.infer<typeof BasisRecorded.schema>>, { tx }: EventContext): Promise<void> {
    await keepBasis(tx, data);
  }

  @On(BasisChanged)
  async change({ data }: CloudEvent<z.infer<typeof BasisChanged.schema>>, { tx }: EventContext): Promise<void> {
    await changeBasis(tx, data);
  }

  /** A relation of which family-plan has told nothing here yet is known from now on, as one that ends. */
  @On(AccessTakenAway)
  async take({ data }: CloudEvent<z.infer<typeof AccessTakenAway.schema>>, { tx }: EventContext): Promise<void> {
    const { familyId, relation, epoch } = data;
    if (relation) await keepRelation(tx, { familyId, ...relation });
    await raiseEpoch(tx, epoch);
  }

  /** A basis that the register knows no more, since it was restored, gives nothing; what ended stays ended. */
  @On(ConsentSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return; // a unit's
    const told = events.filter(({ type }) => type === BasisRecorded.type).map(({ data }) => data['basisId']);
    await tx.query(
      `DELETE FROM helhed.basis_replica WHERE municipality = helhed.tenant() AND family_id = $1 AND ended IS NULL
         AND id <> ALL ($2::uuid[])`,
      [orderKey, told],
    );
  }
}
