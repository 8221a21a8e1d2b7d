import type { Tx } from '@helhed/database';
import { In } from 'typeorm';
import type { Session } from '../calendar/appointment.js';
import { book } from '../calendar/book.js';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import type { Interval } from '../calendar/local-time.js';
import { findParticipants } from '../groups/find-participants.js';
import type { Group } from '../groups/group.js';
import { SeatClash } from '../groups/seat-clash.js';
import { BusyTimes } from './clashes.js';
import { courseClashes } from './course-refusals.js';
import { bookingsOf, distinct, groupNeeds, toPlan } from './needs.js';
import { Overtaken } from './save-course.js';

/**
 * Sessions of one course, for all who come to them, also who could not come to them before; or none of them, with the reasons.
 * @returns the families that have them in their calendar
 */
export async function bookWhole(tx: Tx, group: Group, sessions: readonly Session[]): Promise<string[]> {
  const { municipality, manager } = tx;
  const ids = sessions.map(({ id }) => id);
  const { staffIds, members, seats } = await findParticipants(tx, group.id);
  const parts = sessions.map((session) => {
    const needs = groupNeeds(session.roomId, staffIds, members);
    return { session, needs, bookings: bookingsOf([session], needs) };
  });
  const wanted = distinct(parts.flatMap(({ session, needs }) => needs[session.kind]));
  const found = await findBusyTimes(tx, wanted, spanOf(sessions));
  const bookings = parts.flatMap((part) => part.bookings);
  const taken = [...found.filter(({ appointmentId }) => !ids.includes(appointmentId)), ...bookings];
  const clashes = parts.flatMap(({ session, needs }) => {
    // beside what others have, what the rest of these are to have
    const busy = new BusyTimes(taken.filter(({ appointmentId }) => appointmentId !== session.id));
    return busy.clashesOf([toPlan(session)], needs);
  });
  if (clashes.length > 0) throw courseClashes(clashes, []);
  await tx.query('DELETE FROM booking WHERE municipality = $1 AND appointment_id = ANY($2::uuid[])', [
    municipality,
    ids,
  ]);
  if ((await book(tx, bookings)).length > 0) throw new Overtaken();
  await manager.delete(SeatClash, { municipality, appointmentId: In(ids) });
  return seats.filter(({ bookedAt }) => bookedAt !== null).map(({ familyId }) => familyId);
}

const spanOf = (sessions: readonly Session[]): Interval => ({
  startsAt: new Date(Math.min(...sessions.map(({ startsAt }) => startsAt.getTime()))),
  endsAt: new Date(Math.max(...sessions.map(({ endsAt }) => endsAt.getTime()))),
});

/** Somebody booked between the look and the booking: the next look sees it and tells. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === 3) throw error;
    }
}
