import { withheld } from '@helhed/access';
import { code, date, id, instant } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { conversationExample, ConversationView } from '../conversations/conversations.dto.js';
import { CourseView, courseExample } from '../courses/courses.dto.js';
import type { Group } from './group.js';

export const OpenGroup = z
  .strictObject({
    programme: code,
    name: z.string().trim().min(1).max(200),
    staff: z.array(id).min(1).max(20).describe('Ids of staff, as many as the definition asks for.'),
    room: id.optional().describe('Where the sessions are; the room that they book.'),
    startsOn: date.describe('From when families can begin in it.'),
  })
  .meta({
    id: 'OpenGroup',
    examples: [
      {
        programme: 'nyborg-familiestue',
        name: 'Efterår 2026, torsdag',
        staff: ['0198a1b2-0000-7000-8000-000000000002', '0198a1b2-0000-7000-8000-000000000003'],
        room: '0198a1b2-0000-7000-8000-000000000001',
        startsOn: '2026-10-01',
      },
    ],
  });
export type OpenGroup = z.infer<typeof OpenGroup>;

export const SeatView = z.strictObject({
  id,
  familyId: id,
  takenOn: date.describe('The day on which the family was given the place.'),
  booked: z.boolean().describe("The group's course is in the family's calendar."),
  clashes: z.array(id).describe('Sessions that the family could not be booked for, since it has another appointment.'),
  conversations: z.array(ConversationView).describe('With this family alone, first to last, those called off too.'),
});
export type SeatView = z.infer<typeof SeatView>;

export const GroupHeads = z
  .strictObject({
    bands: z.array(
      z.strictObject({
        code,
        text: z.strictObject({ da: z.string(), en: z.string() }),
        heads: z.int().min(0).describe('How many are of the age.'),
      }),
    ),
    unknown: z.int().min(0).describe('Whose age is not known.'),
    families: z
      .int()
      .min(0)
      .describe('Families that are counted: those enrolled, of the seated ones whose seats are shown.'),
    withheld: z.int().min(0).describe('Families that come and are not counted, since their seats are withheld.'),
  })
  .meta({ id: 'GroupHeads' });
export type GroupHeads = z.infer<typeof GroupHeads>;

export const GroupNeed = z
  .strictObject({
    session: id,
    kind: z.enum(['meal', 'child-minding']),
    people: z
      .int()
      .min(0)
      .nullable()
      .describe(
        'For how many: who comes, or how many children of its families are minded; null where a seat is withheld.',
      ),
    open: z.boolean().describe('Something of it has to be arranged, or called off.'),
  })
  .meta({ id: 'GroupNeed' });
export type GroupNeed = z.infer<typeof GroupNeed>;

const summary = {
  id,
  programme: code,
  programmeVersion: z.int().describe('The version in force on `startsOn`.'),
  name: z.string(),
  unit: code.describe('The unit whose group it is.'),
  room: id.nullable().describe('Where the sessions are; null without one.'),
  startsOn: date,
  capacity: z.int().describe('How many families there is room for.'),
  refillUntil: instant
    .nullable()
    .describe(
      'Until when a family can begin in it; null before its course is placed, and where the definition does not say.',
    ),
  version: z.int().positive(),
};
export const GroupSummary = z.strictObject(summary).meta({ id: 'GroupSummary' });
export type GroupSummary = z.infer<typeof GroupSummary>;

export const GroupView = z
  .strictObject({
    ...summary,
    staff: z.array(id).describe('Ids of staff.'),
    families: z
      .strictObject({ seated: z.int(), min: z.int(), max: z.int(), tooFew: z.boolean() })
      .describe(
        'Families in the group, and how many the programme asks for: `tooFew` is told before its course is placed, and after.',
      ),
    heads: GroupHeads.nullable().describe(
      'Who comes, for the meal: by the bands of age of the definition, on the first day. Null where it has none.',
    ),
    places: z
      .array(
        z.strictObject({
          id,
          taken: z.boolean().describe('Whether a family has the place.'),
          seat: SeatView.nullable().optional().describe('Who has the place; null while it is open.'),
          withheld,
        }),
      )
      .describe('One for each family that there is room for.'),
    needs: z
      .array(GroupNeed)
      .describe(
        'What its sessions need, first to last: meals and child-minding, without whose. Interpreters are families’.',
      ),
    course: CourseView.nullable().describe('Null until it is placed.'),
  })
  .meta({ id: 'Group' });
export type GroupView = z.infer<typeof GroupView>;

export const GroupPage = pageOf(GroupSummary);
export const GroupQuery = pageQuery({ programme: code.optional() });
export type GroupQuery = z.infer<typeof GroupQuery>;

export const toGroupSummary = (group: Group): GroupSummary => ({
  id: group.id,
  programme: group.programme,
  programmeVersion: group.programmeVersion,
  name: group.name,
  unit: group.unit,
  room: group.roomId,
  startsOn: group.startsOn,
  capacity: group.capacity,
  refillUntil: group.refillUntil?.toISOString() ?? null,
  version: group.version,
});

export const groupExample: GroupView = {
  id: '0198a1b2-0000-7000-8000-000000000010',
  programme: 'nyborg-familiestue',
  programmeVersion: 1,
  name: 'Efterår 2026, torsdag',
  unit: 'familiestuen',
  room: '0198a1b2-0000-7000-8000-000000000001',
  startsOn: '2026-10-01',
  capacity: 6,
  refillUntil: '2026-10-15T14:00:00.000Z',
  version: 2,
  staff: ['0198a1b2-0000-7000-8000-000000000002'],
  heads: {
    bands: [
      { code: 'child', text: { da: '3–11 år', en: '3–11 years' }, heads: 2 },
      { code: 'adult', text: { da: 'voksne', en: 'adults' }, heads: 2 },
    ],
    unknown: 0,
    families: 1,
    withheld: 0,
  },
  families: { seated: 1, min: 4, max: 6, tooFew: true },
  places: [
    {
      id: '0198a1b2-0000-7000-8000-000000000011',
      taken: true,
      seat: {
        id: '0198a1b2-0000-7000-8000-000000000012',
        familyId: '0198a1b2-0000-7000-8000-000000000013',
        takenOn: '2026-09-14',
        booked: true,
        clashes: [],
        conversations: [conversationExample],
      },
      withheld: [],
    },
  ],
  needs: [{ session: courseExample.sessions[0]!.id, kind: 'meal', people: 4, open: true }],
  course: courseExample,
};
