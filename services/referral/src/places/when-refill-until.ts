import { RefillUntil, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { DataOf } from '../data-of.js';
import { assignToFirstWaiting } from './assign-place.js';
import { Place } from './place.js';
import { lockQueue } from './queue.js';

@Controller()
export class WhenRefillUntil {
  /** Until when the group's places are given. Where that is later than before, an open one may be somebody's again. */
  @On(RefillUntil)
  async handle({ data }: CloudEvent<DataOf<typeof RefillUntil>>, { tx }: EventContext): Promise<void> {
    const { manager, municipality } = tx;
    await lockQueue(tx, data.programme);
    const places = await manager.find(Place, { where: { municipality, groupId: data.groupId }, order: { id: 'ASC' } });
    for (const place of places) place.refillTo(new Date(data.until));
    await manager.save(places);
    for (const place of places) await assignToFirstWaiting(tx, place);
  }
}
