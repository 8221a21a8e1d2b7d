import { date, id, instant } from '@helhed/contracts';
import { z } from 'zod';
import type { Appointment } from '../calendar/appointment.js';
import { timeOfDay } from '../courses/courses.dto.js';

export const BookRoom = z
  .strictObject({ room: id, date, startTime: timeOfDay, minutes: z.int().min(5).max(1440) })
  .meta({
    id: 'BookRoom',
    examples: [{ room: '0198a1b2-0000-7000-8000-000000000001', date: '2026-10-05', startTime: '09:00', minutes: 60 }],
  });
export type BookRoom = z.infer<typeof BookRoom>;

export const BookingView = z
  .strictObject({
    id,
    room: id.describe('The id of the room.'),
    date: date.describe('A date in Denmark.'),
    startTime: timeOfDay,
    minutes: z.int(),
    startsAt: instant.describe('The same in UTC.'),
    endsAt: instant,
    heldOn: date.nullable().describe('Null until it is marked as held.'),
    cancelled: z.boolean().describe('The room is free again.'),
    version: z.int().positive(),
  })
  .meta({ id: 'Booking' });
export type BookingView = z.infer<typeof BookingView>;

export const toBookingView = (booking: Appointment): BookingView => ({
  id: booking.id,
  room: booking.roomId!,
  date: booking.date,
  startTime: booking.startTime,
  minutes: booking.minutes,
  startsAt: booking.startsAt.toISOString(),
  endsAt: booking.endsAt.toISOString(),
  heldOn: booking.heldOn,
  cancelled: booking.cancelledAt !== null,
  version: booking.version,
});

export const bookingExample: BookingView = {
  id: '0198a1b2-0000-7000-8000-000000000030',
  room: '0198a1b2-0000-7000-8000-000000000001',
  date: '2026-10-05',
  startTime: '09:00',
  minutes: 60,
  startsAt: '2026-10-05T07:00:00.000Z',
  endsAt: '2026-10-05T08:00:00.000Z',
  heldOn: null,
  cancelled: false,
  version: 1,
};
