import type { Tx } from '@helhed/database';
import type { Session } from '../calendar/appointment.js';
import { book, type Booking } from '../calendar/book.js';
import { findBusyTimes } from '../calendar/find-busy-times.js';
import { bookConversations } from '../conversations/book-conversations.js';
import { BusyTimes, type Needs } from '../courses/clashes.js';
import { findSessions } from '../courses/find-course.js';
import { allNeeds, bookingsOf, familyNeeds } from '../courses/needs.js';
import { Overtaken, tellFamily } from '../courses/save-course.js';
import { EnrolledMember } from './enrolled-member.js';
import type { Group } from './group.js';
import type { Seat } from './seat.js';
import { SeatClash } from './seat-clash.js';

const maxAttempts = 3;

/**
 * Puts what remains of the group's course into the calendar of a family that was seated, or enrolled, after it was
 * placed, and its conversations. A session that the family cannot come to is noted at the seat; the family keeps its place.
 */
export async function bookSeat(tx: Tx, group: Group, seat: Seat): Promise<void> {
  if (!seat.bookedAt && !seat.endedAt) await bookRemaining(tx, group, seat);
}

/** The same of a seat that was booked before. */
export async function bookRemaining(tx: Tx, group: Group, seat: Seat): Promise<void> {
  const { manager, municipality, now } = tx;
  if (!group.courseId) return;
  const members = await manager.findBy(EnrolledMember, {
    municipality,
    placeId: seat.placeId,
    familyId: seat.familyId,
  });
  if (members.length === 0) return;
  const sessions = await findSessions(tx, group.courseId);
  const remaining = sessions.filter(({ startsAt, cancelledAt }) => startsAt > now && !cancelledAt);
  const clashing = await bookWhatFits(tx, remaining, familyNeeds(members));
  if (!seat.bookedAt) seat.markBooked(now);
  await manager.save(seat);
  const clashes = clashing.map(({ id: appointmentId }) => ({ municipality, seatId: seat.id, appointmentId }));
  if (clashes.length > 0)
    await manager.createQueryBuilder().insert().into(SeatClash).values(clashes).orIgnore().execute();
  const booked = remaining.filter((session) => !clashing.includes(session));
  if (booked.length > 0) tellFamily(tx, group, seat.familyId, booked);
  await bookConversations(tx, group, seat, members, sessions);
}

async function bookWhatFits(tx: Tx, sessions: readonly Session[], needs: Needs): Promise<readonly Session[]> {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) return [];
  for (let attempt = 1; ; attempt++) {
    const busy = await findBusyTimes(tx, allNeeds(needs), { startsAt: first.startsAt, endsAt: last.endsAt });
    const own = new Set(sessions.map(({ id }) => id));
    // a household shared with another family of the group is there already, and is no clash
    const elsewhere = new BusyTimes(busy.filter(({ appointmentId }) => !own.has(appointmentId)));
    const there = new Set(busy.map(key));
    const clashing = sessions.filter((session) => elsewhere.isAnyTaken(needs[session.kind], session));
    const fitting = sessions.filter((session) => !clashing.includes(session));
    const bookings = bookingsOf(fitting, needs).filter((booking) => !there.has(key(booking)));
    try {
      await tx.savepoint(async () => {
        if ((await book(tx, bookings)).length > 0) throw new Overtaken();
      });
      return clashing;
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === maxAttempts) throw error;
    }
  }
}

const key = ({ appointmentId, kind, id }: Booking) => `${appointmentId} ${kind} ${id}`;
