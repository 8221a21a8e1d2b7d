import { PlaceAssigned, ReferralSnapshot, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { lockGroup } from '../groups/find-groups.js';
import { freeSeat } from '../groups/free-seat.js';
import { Seat } from '../groups/seat.js';

@Controller()
export class WhenReferralTold {
  /** A seat in a place that is not the family's, or not any more since referral was restored, is free. */
  @On(ReferralSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return;
    const { manager, municipality } = tx;
    const assigned = events
      .filter(({ type, past }) => type === PlaceAssigned.type && !past)
      .map(({ data }) => data['placeId']);
    for (const seat of await manager.findBy(Seat, { municipality, familyId: orderKey })) {
      const group = assigned.includes(seat.placeId) ? null : await lockGroup(tx, seat.groupId);
      if (group) await freeSeat(tx, group, seat);
    }
  }
}
