import type { Session } from '../calendar/appointment.js';
import type { Booking } from '../calendar/book.js';
import type { Need, Needs } from './clashes.js';
import type { PlannedSession } from './series.js';

interface Member {
  readonly personId: string;
  readonly households: readonly string[];
  readonly role: 'parent' | 'child' | 'other';
}

/**
 * What seated families bring to a session: every member, and their households as wholes, so that nothing else is put
 * there for the household. To a theme evening come the parents alone.
 */
export function familyNeeds(members: readonly Member[]): Needs {
  const person = ({ personId }: Member): Need => ({ kind: 'person', id: personId, as: 'family' });
  const households = (member: Member) => member.households.map((id): Need => ({ kind: 'household', id, as: 'family' }));
  return {
    session: distinct([...members.map(person), ...members.flatMap(households)]),
    'theme-evening': distinct(members.filter(({ role }) => role === 'parent').map(person)),
  };
}

/** With the group's own room and staff. */
export function groupNeeds(roomId: string | null, staffIds: readonly string[], members: readonly Member[]): Needs {
  const own: Need[] = [
    ...(roomId ? [{ kind: 'room', id: roomId, as: 'room' } as const] : []),
    ...staffIds.map((id) => ({ kind: 'person', id, as: 'staff' }) as const),
  ];
  const families = familyNeeds(members);
  return { session: [...own, ...families.session], 'theme-evening': [...own, ...families['theme-evening']] };
}

/** A booking for everything that each of the sessions takes up. */
export const bookingsOf = (sessions: readonly Session[], needs: Needs): Booking[] =>
  sessions.flatMap(({ id: appointmentId, kind, startsAt, endsAt }) =>
    needs[kind].map((need) => ({ appointmentId, kind: need.kind, id: need.id, startsAt, endsAt })),
  );

/** Where it stands, to be told of. */
export const toPlan = ({ kind, number, date, startTime, minutes, startsAt, endsAt }: Session): PlannedSession => ({
  kind,
  number: number!,
  date,
  startTime,
  minutes,
  startsAt,
  endsAt,
});

export const allNeeds = (needs: Needs): Need[] => distinct([...needs.session, ...needs['theme-evening']]);

export const distinct = (needs: readonly Need[]): Need[] => [
  ...new Map(needs.map((need) => [`${need.kind} ${need.id}`, need])).values(),
];
