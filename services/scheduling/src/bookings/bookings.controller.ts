import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { planners } from '../reach.js';
import { BookRoom } from './book-room.js';
import * as dto from './bookings.dto.js';
import { CancelBooking } from './cancel-booking.js';
import { FindBookings } from './find-bookings.js';
import { MarkBookingHeld } from './mark-booking-held.js';

const bookers: readonly Allowed[] = [
  ...planners,
  { kind: 'person', functions: ['family-coordinator', 'psychologist'], unit: 'own' },
];

@Controller('v1/bookings')
export class BookingsController {
  constructor(
    private readonly bookRoom: BookRoom,
    private readonly markBookingHeld: MarkBookingHeld,
    private readonly cancelBooking: CancelBooking,
    private readonly findBookings: FindBookings,
  ) {}

  @Post()
  @Idempotent()
  @Access({ act: 'booking.make', allow: bookers, subjects: 'none' })
  @Returns(dto.BookingView, {
    status: 201,
    description: 'The booking. A 409 `room-taken` where the room is taken.',
    summary: { en: 'Book a room for a single appointment', da: 'Book et lokale til en enkelt aftale' },
    example: dto.bookingExample,
  })
  book(@CurrentActor() actor: Actor, @Body(dto.BookRoom) wish: dto.BookRoom) {
    return this.bookRoom.run(actor, wish);
  }

  @Command('mark-held')
  @Access({ act: 'booking.mark-held', allow: bookers, subjects: 'none' })
  @Returns(dto.BookingView, {
    description:
      'The booking, held on its date; each single exchange that names it is used up. A 422 `booking-not-begun` before it has begun.',
    summary: { en: 'Mark a booked appointment as held', da: 'Notér, at en booket aftale er holdt' },
    example: { ...dto.bookingExample, heldOn: dto.bookingExample.date, version: 2 },
  })
  mark(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.markBookingHeld.run(actor, id, version);
  }

  @Command('cancel')
  @Access({ act: 'booking.cancel', allow: bookers, subjects: 'none' })
  @Returns(dto.BookingView, {
    description: 'The booking, cancelled; the room is free again.',
    summary: { en: 'Cancel a booking', da: 'Aflys en booking' },
    example: { ...dto.bookingExample, cancelled: true, version: 2 },
  })
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.cancelBooking.run(actor, id, version);
  }

  @Get(':id')
  @Access({ act: 'booking.read', allow: bookers, subjects: 'none' })
  @Returns(dto.BookingView, {
    summary: { en: 'Read a booking', da: 'Læs en booking' },
    description: 'The booking.',
    example: dto.bookingExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.findBookings.get(actor, id);
  }
}
