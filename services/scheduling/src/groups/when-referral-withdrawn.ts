import { ReferralWithdrawn, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { lockGroup } from './find-groups.js';
import { freeSeat } from './free-seat.js';
import { Seat } from './seat.js';

type Withdrawn = CloudEvent<z.infer<typeof ReferralWithdrawn.schema>>;

@Controller()
export class WhenReferralWithdrawn {
  @On(ReferralWithdrawn)
  async free({ data: { familyId, programme } }: Withdrawn, { tx }: EventContext): Promise<void> {
    const { manager, municipality } = tx;
    for (const seat of await manager.findBy(Seat, { municipality, familyId })) {
      const group = await lockGroup(tx, seat.groupId);
      if (group?.programme === programme) await freeSeat(tx, group, seat);
    }
  }
}
