import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { endNeeds } from '../needs/needs-of-appointments.js';
import { toBookingView, type BookingView } from './bookings.dto.js';
import { lockBooking } from './lock-booking.js';

@Injectable()
export class CancelBooking {
  constructor(private readonly database: Database) {}

  /** The room is free again; the appointment stays, as cancelled. A second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<BookingView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { manager, municipality } = tx;
      const booking = await lockBooking(tx, actor, id);
      if (booking.cancelledAt) return toBookingView(booking);
      requireVersion(booking, version);
      booking.cancel(tx.now);
      await manager.save(booking);
      await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [municipality, id]);
      await endNeeds(tx, booking);
      tx.log({ kind: 'command', act: 'booking.cancel', subjects: [] });
      return toBookingView(booking);
    });
  }
}
