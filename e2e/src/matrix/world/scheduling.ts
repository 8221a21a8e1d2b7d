import { programme } from '../oracle/example-world.js';
import type { Appointment, Owned } from '../oracle/recorded.js';
import type { Group } from '../oracle/world.js';
import type { Person } from './cast.js';
import type { Maker } from './maker.js';
import { madeOn } from './scenarios.js';

export interface Opened {
  readonly id: string;
  readonly leader: Person;
  readonly unit: string;
  readonly version: number;
  readonly owned: readonly Owned[];
}

interface Conversation {
  readonly id: string;
}

interface GroupView {
  readonly id: string;
  readonly version: number;
  readonly places: readonly {
    readonly id: string;
    readonly seat: {
      readonly id: string;
      readonly familyId: string;
      readonly booked: boolean;
      readonly conversations: readonly Conversation[];
    } | null;
  }[];
}

/** A group of six places with a room and two members of staff of its unit's own. */
export async function openGroup(maker: Maker, leader: Person, unit: string, number: number): Promise<Opened> {
  const made = async (path: string, body: object) =>
    (await maker.post<{ id: string }>(leader, `/scheduling/v1/${path}`, body)).id;
  const room = await made('rooms', { unit, name: `Stue ${number}` });
  const subs = [number === 1 ? maker.cast.as('gitte').sub : `staff-${number}-1`, `staff-${number}-2`];
  const staff: string[] = [];
  for (const sub of subs) staff.push(await made('staff', { sub, unit, name: `Medarbejder ${sub.slice(-7)}` }));
  const body = { programme, name: `Gruppe ${number}`, room, staff, startsOn: madeOn };
  const late = { late: /programme-unknown/ };
  const group = await maker.post<GroupView>(leader, '/scheduling/v1/groups', body, late);
  const date = `2026-11-${16 + number}`;
  const booking = await made('bookings', { room, date, startTime: '08:00', minutes: 60 });
  return {
    id: group.id,
    leader,
    unit,
    version: group.version,
    owned: [
      { kind: 'room', id: room, unit },
      { kind: 'booking', id: booking, unit },
      ...staff.map((id, index): Owned => ({ kind: 'staff', id, unit, sub: subs[index] ?? '', group: group.id })),
    ],
  };
}

export async function readGroup(maker: Maker, { id, leader, unit }: Opened): Promise<Group> {
  const { places } = await maker.get<GroupView>(leader, `/scheduling/v1/groups/${id}`);
  const seats = places.flatMap(({ id: place, seat }) => (seat ? [{ id: seat.id, family: seat.familyId, place }] : []));
  return { id, programme, unit, seats };
}

interface Session {
  readonly id: string;
  readonly kind: Appointment;
  readonly date: string;
  readonly version: number;
}

/** What a group has in the calendar. */
export const appointmentsOf = ({ id: group, unit }: Opened, sessions: readonly Session[]): Owned[] =>
  sessions.map(({ id, kind }) => ({ kind: 'session', id, unit, group, appointment: kind }));

/** The course of a group from its first day on. */
export async function placeCourse(maker: Maker, { id, leader }: Opened): Promise<readonly Session[]> {
  const { version } = await maker.get<GroupView>(leader, `/scheduling/v1/groups/${id}`);
  const body = { from: madeOn, weekday: 'monday', startTime: '16:00' };
  const path = `/scheduling/v1/groups/${id}:place-course`;
  return (await maker.post<{ sessions: Session[] }>(leader, path, body, { ifMatch: version })).sessions;
}

/** The conversations of its families, once the course is in the calendars of all that are enrolled. */
export async function conversationsOf(maker: Maker, group: Opened, enrolled: readonly string[]): Promise<Owned[]> {
  const { id, leader, unit } = group;
  const seatsOf = ({ places }: GroupView) => places.flatMap(({ seat }) => (seat ? [seat] : []));
  const view = await maker.until(
    () => maker.get<GroupView>(leader, `/scheduling/v1/groups/${id}`),
    (found) => seatsOf(found).every(({ booked, familyId }) => booked || !enrolled.includes(familyId)),
    `the course of ${unit} in its families' calendars`,
  );
  return seatsOf(view).flatMap(({ familyId: family, conversations }) =>
    conversations.map((each): Owned => {
      return { kind: 'conversation', id: each.id, unit, group: id, family, appointment: 'conversation' };
    }),
  );
}
