import { PlaceAssigned, ReferralClosed, ReferralSnapshot, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { isId } from '@helhed/kernel';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { seatGoesOn } from '../groups/end-seat.js';
import { lockGroup } from '../groups/find-groups.js';
import { freeSeat } from '../groups/free-seat.js';
import { Seat } from '../groups/seat.js';

@Controller()
export class WhenReferralTold {
  /** A seat in a place that is not the family's, or not any more since referral was restored, is free; one whose referral is not closed goes on. */
  @On(ReferralSnapshot)
  async settle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    if (!isId(orderKey)) return;
    const { manager, municipality } = tx;
    const placed = events.filter(({ type, past }) => type === PlaceAssigned.type && !past);
    const closed = events.filter(({ type }) => type === ReferralClosed.type);
    for (const seat of await manager.findBy(Seat, { municipality, familyId: orderKey })) {
      const assigned = placed.find(({ data }) => data['placeId'] === seat.placeId);
      const isClosed = closed.some(({ data }) => data['referralId'] === assigned?.data['referralId']);
      if (assigned && (isClosed || !seat.endedAt)) continue;
      const group = await lockGroup(tx, seat.groupId);
      if (group) await (assigned ? seatGoesOn : freeSeat)(tx, group, seat);
    }
  }
}
