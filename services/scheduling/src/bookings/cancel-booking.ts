import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { Appointment } from '../calendar/appointment.js';
import { reaches } from '../reach.js';
import { toBookingView, type BookingView } from './bookings.dto.js';
import { bookingNotFound } from './find-bookings.js';

@Injectable()
export class CancelBooking {
  constructor(private readonly database: Database) {}

  /** The room is free again; the appointment stays, as cancelled. A second time nothing happens. */
  async run(actor: Actor, id: string, version: number): Promise<BookingView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const { manager, municipality } = tx;
      const where = { municipality, id, kind: 'single' as const };
      const booking = await manager.findOne(Appointment, { where, lock: { mode: 'pessimistic_write' } });
      if (!booking || !reaches(actor, booking.unit)) throw bookingNotFound();
      if (booking.cancelledAt) return toBookingView(booking);
      requireVersion(booking, version);
      booking.cancel(tx.now);
      await manager.save(booking);
      await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [municipality, id]);
      tx.log({ kind: 'command', act: 'booking.cancel', subjects: [] });
      return toBookingView(booking);
    });
  }
}
