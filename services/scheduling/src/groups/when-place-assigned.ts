import { PlaceAssigned, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { seatFamily, type AssignedPlace } from './seat-family.js';

@Controller()
export class WhenPlaceAssigned {
  @On(PlaceAssigned)
  async seat({ data }: CloudEvent<AssignedPlace>, { tx }: EventContext): Promise<void> {
    await seatFamily(tx, data);
  }
}
