import type { Actor } from '@helhed/access';
import { BookingHeld } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { toBookingView, type BookingView } from './bookings.dto.js';
import { lockBooking } from './lock-booking.js';

@Injectable()
export class MarkBookingHeld {
  constructor(private readonly database: Database) {}

  /** One event, which names no family, as the booking does not. A second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<BookingView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const booking = await lockBooking(tx, actor, id);
      if (booking.heldOn) return toBookingView(booking);
      requireVersion(booking, version);
      booking.markHeld(tx.now);
      await tx.manager.save(booking);
      tx.emit(BookingHeld, { bookingId: id, heldOn: booking.heldOn! });
      tx.log({ kind: 'command', act: 'booking.mark-held', subjects: [] });
      return toBookingView(booking);
    });
  }
}
