import { BookingHeld, type CloudEvent, type EventData } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import { holdFacts } from '../cover/lock-facts.js';
import { HeldBooking } from './held-booking.js';
import { lockMeetings } from './held-meeting.js';
import { useUpExchanges } from './use-up-exchanges.js';

type Held = CloudEvent<EventData<typeof BookingHeld>>;

@Controller()
export class WhenBookingHeld {
  /** Each exchange that names the booking says itself whose it is. */
  @On(BookingHeld)
  async useUp({ data: { bookingId, heldOn } }: Held, { tx }: EventContext): Promise<void> {
    await holdFacts(tx);
    await lockMeetings(tx, [bookingId]);
    const { manager, municipality } = tx;
    const held = { municipality, bookingId, heldOn };
    await manager.createQueryBuilder().insert().into(HeldBooking).values(held).orIgnore().execute();
    await useUpExchanges(tx, bookingId, heldOn, {});
  }
}
