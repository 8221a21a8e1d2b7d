import type { Tx } from '@helhed/database';
import type { Session } from '../calendar/appointment.js';
import { book } from '../calendar/book.js';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { findParticipants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import { SeatClash } from '../groups/seat-clash.js';
import { BusyTimes } from './clashes.js';
import { courseClashes } from './course-refusals.js';
import { bookingsOf, groupNeeds } from './needs.js';
import { Overtaken } from './save-course.js';

/**
 * One session for all who come to it, also who could not come to the time before; or not at all, with the reasons.
 * @returns the families that have it in their calendar
 */
export async function bookWhole(tx: Tx, group: Group, session: Session): Promise<string[]> {
  const { municipality, manager } = tx;
  const { id: appointmentId, kind, number, date, startTime, startsAt, endsAt, roomId } = session;
  const { staffIds, members, seats } = await findParticipants(tx, group.id);
  const needs = groupNeeds(roomId, staffIds, members);
  const found = await findBusyTimes(tx, needs[kind], { startsAt, endsAt });
  const busy = new BusyTimes(found.filter((booking) => booking.appointmentId !== appointmentId));
  const plan = { kind, number: number!, date, startTime, minutes: session.minutes, startsAt, endsAt };
  const clashes = busy.clashesOf([plan], needs);
  if (clashes.length > 0) throw courseClashes(clashes, []);
  await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = $2', [municipality, appointmentId]);
  if ((await book(tx, bookingsOf([session], needs))).length > 0) throw new Overtaken();
  await manager.delete(SeatClash, { municipality, appointmentId });
  return seats.filter(({ bookedAt }) => bookedAt !== null).map(({ familyId }) => familyId);
}

/** Somebody booked between the look and the booking: the next look sees it and tells. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === 3) throw error;
    }
}
