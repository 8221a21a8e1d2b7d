import { frame } from '@helhed/access';
import { date, id, instant, weekdays } from '@helhed/contracts';
import { z } from 'zod';
import type { Session } from '../calendar/appointment.js';
import type { Course } from './course.js';

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('The time on the wall in Denmark, HH:MM.');
const weekday = z.enum(weekdays);

export const PlaceCourse = z
  .strictObject({
    from: date.describe('The first session is on this day or later.'),
    weekday,
    startTime: timeOfDay,
  })
  .meta({ id: 'PlaceCourse', examples: [{ from: '2026-10-01', weekday: 'thursday', startTime: '16:00' }] });
export type PlaceCourse = z.infer<typeof PlaceCourse>;

export const MoveSession = z
  .strictObject({
    date: date.describe('The new day, which is open.'),
    startTime: timeOfDay,
    room: id.optional().describe('Left out, it stays in its room.'),
  })
  .meta({ id: 'MoveSession', examples: [{ date: '2026-10-06', startTime: '16:00' }] });
export type MoveSession = z.infer<typeof MoveSession>;

export const MoveRest = z
  .strictObject({
    date: date.describe('The new day of the session named, which is open.'),
    startTime: timeOfDay,
    room: id.optional().describe('Of all that are moved. Left out, each stays in its room.'),
  })
  .meta({ id: 'MoveRest', examples: [{ date: '2026-10-06', startTime: '15:30' }] });
export type MoveRest = z.infer<typeof MoveRest>;

export const MakeUpSession = z
  .strictObject({
    date: date.describe('The day of the session that makes up for it, which is open.'),
    startTime: timeOfDay,
    room: id.optional().describe('Left out, it is in the same room.'),
  })
  .meta({ id: 'MakeUpSession', examples: [{ date: '2026-10-06', startTime: '16:00' }] });
export type MakeUpSession = z.infer<typeof MakeUpSession>;

export const SessionView = frame(
  z
    .strictObject({
      id,
      kind: z.enum(['session', 'theme-evening']),
      number: z.int().positive().describe('Among those of its kind in the course.'),
      date: date.describe('A date in Denmark.'),
      startTime: timeOfDay,
      minutes: z.int(),
      room: id.nullable().describe('Null where the group has none.'),
      startsAt: instant.describe('The same in UTC.'),
      endsAt: instant,
      heldOn: date.nullable().describe('Null until it is marked as held.'),
      replaces: id
        .nullable()
        .describe('The session that was cancelled, and in whose place it is; null where it is in none’s.'),
      cancelled: z.boolean(),
      version: z.int().positive(),
    })
    .meta({ id: 'Session' }),
);
export type SessionView = z.infer<typeof SessionView>;

export const CourseView = frame(
  z
    .strictObject({
      id,
      from: date.describe('As it was asked for: the first session is on this day or later.'),
      weekday: weekday.describe(
        'As it was asked for: of the sessions, unless they were moved since; theme evenings may be on others.',
      ),
      startTime: timeOfDay,
      sessions: z.array(SessionView).describe('Sessions and theme evenings, first to last.'),
    })
    .meta({ id: 'Course' }),
);
export type CourseView = z.infer<typeof CourseView>;

export const toSessionView = (session: Session): SessionView => ({
  id: session.id,
  kind: session.kind,
  number: session.number!,
  date: session.date,
  startTime: session.startTime,
  minutes: session.minutes,
  room: session.roomId,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  heldOn: session.heldOn,
  replaces: session.replacesId,
  cancelled: session.cancelledAt !== null,
  version: session.version,
});

export const toCourseView = (
  { id: course, from, weekday: day, startTime }: Course,
  sessions: readonly Session[],
): CourseView => ({
  id: course,
  from,
  weekday: day,
  startTime,
  sessions: sessions.map(toSessionView),
});

export const sessionExample: SessionView = {
  id: '0198a1b2-0000-7000-8000-000000000021',
  kind: 'session',
  number: 1,
  date: '2026-10-01',
  startTime: '16:00',
  minutes: 180,
  room: '0198a1b2-0000-7000-8000-000000000001',
  startsAt: '2026-10-01T14:00:00.000Z',
  endsAt: '2026-10-01T17:00:00.000Z',
  heldOn: null,
  replaces: null,
  cancelled: false,
  version: 1,
};
export const courseExample: CourseView = {
  id: '0198a1b2-0000-7000-8000-000000000020',
  from: '2026-10-01',
  weekday: 'thursday',
  startTime: '16:00',
  sessions: [sessionExample],
};

export const InvitationQuery = z.strictObject({
  family: id.describe('In whose calendar the session is.'),
  recipient: id
    .optional()
    .describe(
      'Whom it invites: an adult of the family, or a child that is linked to an account. Left out, it is the CANCEL of what was given to the family as a whole before each invitation had a recipient, or a 404.',
    ),
});
export type InvitationQuery = z.infer<typeof InvitationQuery>;
