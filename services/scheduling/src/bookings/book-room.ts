import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId, zone } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { Appointment } from '../calendar/appointment.js';
import { book } from '../calendar/book.js';
import { inThePast, requirePlannable } from '../calendar/plannable.js';
import { toInterval } from '../calendar/local-time.js';
import { Room } from '../rooms/room.js';
import type { BookingView, BookRoom as Wish } from './bookings.dto.js';
import { FindBookings } from './find-bookings.js';

@Injectable()
export class BookRoom {
  constructor(
    private readonly database: Database,
    private readonly bookings: FindBookings,
  ) {}

  /** However many ask for the room at once, the database lets one have it. */
  async run(actor: Actor, wish: Wish): Promise<BookingView> {
    const { id } = await this.database.createOnce(actor.municipality, async (tx) => {
      const { manager, municipality } = tx;
      if (!(await manager.existsBy(Room, { municipality, id: wish.room }))) throw roomUnknown();
      requirePlannable('date', wish.date, tx.today);
      const appointment = toAppointment(tx, actor.unit ?? '', wish);
      if (appointment.startsAt < tx.now) throw inThePast('date');
      await manager.insert(Appointment, appointment);
      const { id: appointmentId, startsAt, endsAt } = appointment;
      const refused = await book(tx, [{ appointmentId, kind: 'room', id: wish.room, startsAt, endsAt }]);
      if (refused.length > 0) throw roomTaken();
      tx.log({ kind: 'command', act: 'booking.make', subjects: [] });
      return { id: appointmentId };
    });
    return this.bookings.get(actor, id);
  }
}

function toAppointment({ manager, municipality, now }: Tx, unit: string, { room, ...time }: Wish): Appointment {
  const single = { kind: 'single', courseId: null, number: null, replacesId: null, roomId: room } as const;
  const fresh = { heldOn: null, heldRecordedAt: null, cancelledAt: null, movedOn: null, changedAt: now, version: 1 };
  return manager.create(Appointment, {
    municipality,
    id: newId(),
    unit,
    zone,
    ...single,
    ...time,
    ...toInterval(time),
    ...fresh,
  });
}

const roomTaken = () =>
  new DomainError('conflict', 'room-taken', {
    da: 'Lokalet er optaget på det tidspunkt.',
    en: 'The room is taken at that time.',
  });

const roomUnknown = () =>
  new DomainError('rule', 'resource-unknown', { da: 'Lokalet findes ikke her.', en: 'The room does not exist here.' }, [
    { field: 'room', rule: 'unknown' },
  ]);
