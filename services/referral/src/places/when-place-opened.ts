import { PlaceOpened, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { DataOf } from '../data-of.js';
import { assignToFirstWaiting } from './assign-place.js';
import { Place } from './place.js';
import { lockQueue } from './queue.js';

@Controller()
export class WhenPlaceOpened {
  @On(PlaceOpened)
  async handle({ data }: CloudEvent<DataOf<typeof PlaceOpened>>, { tx }: EventContext): Promise<void> {
    const { placeId: id, groupId, programme, startsOn } = data;
    await tx.query(
      'INSERT INTO programme_queue (municipality, programme) VALUES (helhed.tenant(), $1) ON CONFLICT DO NOTHING',
      [programme],
    );
    await lockQueue(tx, programme);
    // scheduling restored from a backup tells again what it told before: whose the place is stays
    if (await tx.manager.existsBy(Place, { municipality: tx.municipality, id })) return;
    const place = Place.open({ municipality: tx.municipality, id, groupId, programme, startsOn });
    await tx.manager.insert(Place, place);
    await assignToFirstWaiting(tx, place);
  }
}
