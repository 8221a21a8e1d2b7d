import { PlaceOpened, SchedulingSnapshot, type CloudEvent, type Snapshot } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { Place } from '../places/place.js';
import { lockQueue } from '../places/queue.js';

@Controller()
export class WhenSchedulingTold {
  /**
   * Open places of a group that scheduling knows no more, since it was restored, are given to nobody. One that is a
   * family's stays that: scheduling cannot seat the family, and an operator sees it among its dead letters.
   */
  @On(SchedulingSnapshot)
  async handle({ data: { orderKey, events } }: CloudEvent<Snapshot>, { tx }: EventContext): Promise<void> {
    const { manager, municipality } = tx;
    const of = { municipality, groupId: orderKey };
    // the key of a family has no places
    const [first] = await manager.findBy(Place, of);
    if (!first) return;
    await lockQueue(tx, first.programme);
    const told = events.filter(({ type }) => type === PlaceOpened.type).map(({ data }) => data['placeId']);
    for (const place of await manager.findBy(Place, { ...of, state: 'open' }))
      if (!told.includes(place.id)) await manager.remove(place);
  }
}
