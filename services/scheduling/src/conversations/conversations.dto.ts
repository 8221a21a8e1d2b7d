import { frame } from '@helhed/access';
import { code, date, id, instant } from '@helhed/contracts';
import { z } from 'zod';
import { timeOfDay } from '../courses/courses.dto.js';

export const PlaceConversation = z
  .strictObject({
    group: id,
    family: id.describe('It has a seat in the group.'),
    conversation: code.describe('Which of the programme’s conversations.'),
    date: date.describe('The day, which is open.'),
    startTime: timeOfDay,
    room: id.optional().describe('Left out, it is in the group’s room.'),
  })
  .meta({
    id: 'PlaceConversation',
    examples: [
      {
        group: '0198a1b2-0000-7000-8000-000000000010',
        family: '0198a1b2-0000-7000-8000-000000000013',
        conversation: 'start',
        date: '2026-10-05',
        startTime: '09:00',
      },
    ],
  });
export type PlaceConversation = z.infer<typeof PlaceConversation>;

export const ConversationReceipt = frame(
  z
    .strictObject({ id, version: z.int().positive().describe('As the group shows it.') })
    .meta({ id: 'PlacedConversationReceipt' }),
);
export type ConversationReceipt = z.infer<typeof ConversationReceipt>;

export const ConversationView = z
  .strictObject({
    id,
    conversation: code.describe('Which of the programme’s conversations.'),
    date: date.describe('A date in Denmark.'),
    startTime: timeOfDay,
    minutes: z.int(),
    room: id.nullable().describe('Null where the group has none.'),
    startsAt: instant.describe('The same in UTC.'),
    endsAt: instant,
    heldOn: date.nullable().describe('Null until it is marked as held.'),
    cancelled: z.boolean(),
    version: z.int().positive(),
  })
  .meta({ id: 'PlacedConversation' });
export type ConversationView = z.infer<typeof ConversationView>;

const instantOf = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** As SQL `jsonb` in the scope of `FROM seat s`: those since the family came, for it may have left and come back. */
export const conversationsOfSeat = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'conversation', a.conversation,
      'date', a.local_date, 'startTime', a.start_time, 'minutes', a.minutes, 'room', a.room_id,
      'startsAt', ${instantOf('a.starts_at')}, 'endsAt', ${instantOf('a.ends_at')}, 'heldOn', a.held_on,
      'cancelled', a.cancelled_at IS NOT NULL, 'version', a.version) ORDER BY a.starts_at, a.id), '[]')
    FROM appointment a WHERE a.municipality = s.municipality AND a.family_id = s.family_id AND a.group_id = s.group_id
      AND (a.cancelled_at IS NULL OR a.cancelled_at > s.booked_at))`;

export const conversationExample: ConversationView = {
  id: '0198a1b2-0000-7000-8000-000000000040',
  conversation: 'start',
  date: '2026-10-05',
  startTime: '09:00',
  minutes: 45,
  room: '0198a1b2-0000-7000-8000-000000000001',
  startsAt: '2026-10-05T07:00:00.000Z',
  endsAt: '2026-10-05T07:45:00.000Z',
  heldOn: null,
  cancelled: false,
  version: 1,
};
export const receiptExample: ConversationReceipt = { id: conversationExample.id, version: 1 };
