import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound, type DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { Appointment } from '../calendar/appointment.js';
import { reaches } from '../reach.js';
import { toBookingView, type BookingView } from './bookings.dto.js';

@Injectable()
export class FindBookings {
  constructor(private readonly database: Database) {}

  async get(actor: Actor, id: string): Promise<BookingView> {
    const { municipality } = actor;
    const booking = await this.database.inTransaction(municipality, ({ manager }) =>
      manager.findOneBy(Appointment, { municipality, id, kind: 'single' }),
    );
    if (!booking || !reaches(actor, booking.unit)) throw bookingNotFound();
    return toBookingView(booking);
  }
}

export const bookingNotFound = (): DomainError => notFound({ da: 'Bookingen', en: 'The booking' });
