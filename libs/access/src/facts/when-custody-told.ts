import {
  AccessTakenAway,
  CustodyEnded,
  CustodyRecorded,
  FamilyPlanSnapshot,
  type CloudEvent,
  type Snapshot,
} from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { keepCustody } from './keep-custody.js';

/** Keeps `helhed.custody_replica`. */
@Controller()
export class WhenCustodyTold {
  @On(CustodyRecorded)
  async keep({ data }: CloudEvent<z.infer<typeof CustodyRecorded.schema>>, { tx }: EventContext): Promise<void> {
    await keepCustody(tx, data);
  }

  @On(CustodyEnded)
  async end({ data }: CloudEvent<z.infer<typeof CustodyEnded.schema>>, { tx }: EventContext): Promise<void> {
    await keepCustody(tx, data);
  }

  /** In the transaction that raises the epoch by it: who answers at that epoch knows of the end, told by whomever first. */
  @On(AccessTakenAway)
  async take({ data }: CloudEvent<z.infer<typeof AccessTakenAway.schema>>, { tx }: EventContext): Promise<void> {
    const { familyId, custody } = data;
    if (custody) await keepCustody(tx, { familyId, ...custody });
  }

  /** Custody that family-plan knows no more, since it was restored, opens nothing. */
  @On(FamilyPlanSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return;
    const told = events.filter(({ type }) => type === CustodyRecorded.type).map(({ data }) => data['custodyId']);
    await tx.query(
      `DELETE FROM helhed.custody_replica WHERE municipality = helhed.tenant() AND family_id = $1 AND id <> ALL ($2::uuid[])`,
      [orderKey, told],
    );
  }
}
