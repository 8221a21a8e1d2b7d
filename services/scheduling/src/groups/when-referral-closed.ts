import { ReferralClosed, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { endSeat } from './end-seat.js';
import { lockGroup } from './find-groups.js';
import { Seat } from './seat.js';

@Controller()
export class WhenReferralClosed {
  @On(ReferralClosed)
  async end(
    { data: { familyId, programme } }: CloudEvent<EventData<typeof ReferralClosed>>,
    { tx }: EventContext,
  ): Promise<void> {
    const { manager, municipality } = tx;
    for (const { id, groupId } of await manager.findBy(Seat, { municipality, familyId })) {
      const group = await lockGroup(tx, groupId);
      const seat = group?.programme === programme && (await manager.findOneBy(Seat, { municipality, id }));
      if (seat) await endSeat(tx, group, seat);
    }
  }
}
