import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { Appointment } from '../calendar/appointment.js';
import { reaches } from '../reach.js';
import { bookingNotFound } from './find-bookings.js';

/** @throws DomainError `not-found` unless it is a booking of a unit within reach */
export async function lockBooking({ manager, municipality }: Tx, actor: Actor, id: string): Promise<Appointment> {
  const where = { municipality, id, kind: 'single' as const };
  const booking = await manager.findOne(Appointment, { where, lock: { mode: 'pessimistic_write' } });
  if (!booking || !reaches(actor, booking.unit)) throw bookingNotFound();
  return booking;
}
