import {
  BookingHeld,
  CancelDue,
  PlaceOpened,
  RefillUntil,
  SeatTaken,
  StaffingShort,
  tell,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { tellAttendance } from '../attendance/save-attendance.js';
import { Appointment } from '../calendar/appointment.js';
import { tellConversations } from '../conversations/tell-conversations.js';
import { Group } from '../groups/group.js';
import { Place } from '../groups/place.js';
import { Seat } from '../groups/seat.js';
import { tellNeeds } from '../needs/needs-of-appointments.js';
import { StaffingAlarm } from '../staffing/staffing-alarm.js';
import { tellCourse } from './tell-course.js';

/** What scheduling says of a group (its places, until when they are given, and what staff it lacks), a booking (that it was held, and what it or a session needs) or a family (its seats, what became of their courses, its attendance, and which invitations are to be called off). */
export async function snapshotOf(tx: Tx, orderKey: string): Promise<Told[]> {
  const { manager, municipality } = tx;
  const group = await manager.findOneBy(Group, { municipality, id: orderKey });
  if (!group)
    return [
      ...(await tellBooking(tx, orderKey)),
      ...(await tellNeeds(tx, orderKey)),
      ...(await tellFamily(tx, orderKey)),
    ];
  const places = await manager.find(Place, { where: { municipality, groupId: group.id }, order: { id: 'ASC' } });
  const { id: groupId, programme, startsOn } = group;
  const until = group.refillUntil?.toISOString();
  return [
    ...places.map(({ id: placeId }) => tell(PlaceOpened, { placeId, groupId, programme, startsOn })),
    ...(await tellStaffing(tx, group)),
    ...(until === undefined ? [] : [tell(RefillUntil, { groupId, programme, until })]),
  ];
}

async function tellStaffing({ manager, municipality }: Tx, { id: groupId, programme }: Group): Promise<Told[]> {
  const alarms = await manager.find(StaffingAlarm, { where: { municipality, groupId }, order: { id: 'ASC' } });
  return alarms.map(({ function: code, needed, present, since }) =>
    tell(StaffingShort, { groupId, programme, function: code, needed, present, since }),
  );
}

async function tellBooking({ manager, municipality }: Tx, id: string): Promise<Told[]> {
  const booking = await manager.findOneBy(Appointment, { municipality, id, kind: 'single' });
  return booking?.heldOn ? [tell(BookingHeld, { bookingId: id, heldOn: booking.heldOn })] : [];
}

async function tellFamily(tx: Tx, familyId: string): Promise<Told[]> {
  const { manager, municipality } = tx;
  const seats = await manager.find(Seat, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const told: Told[] = [];
  for (const seat of seats) {
    const { id: seatId, placeId, groupId } = seat;
    const group = await manager.findOneByOrFail(Group, { municipality, id: groupId });
    const { programme, unit } = group;
    told.push(tell(SeatTaken, { seatId, placeId, groupId, familyId, programme, unit }));
    told.push(...(await tellCourse(tx, group, seat)), ...(await tellConversations(tx, group, seat)));
  }
  return [...told, ...(await tellAttendance(tx, familyId)), ...(await tellDue(tx, familyId))];
}

async function tellDue(tx: Tx, familyId: string): Promise<Told[]> {
  const due = await tx.query<{ id: string; on: string }>(
    `SELECT id, (cancel_due_since AT TIME ZONE 'Europe/Copenhagen')::date::text AS on FROM delivery
     WHERE municipality = helhed.tenant() AND family_id = $1 AND cancel_due_since IS NOT NULL AND cancelled_at IS NULL
     ORDER BY cancel_due_since, id`,
    [familyId],
  );
  const byDay = [...Map.groupBy(due, ({ on }) => on)];
  return byDay.map(([dueOn, on]) => tell(CancelDue, { familyId, deliveries: on.map(({ id }) => id), dueOn }));
}
