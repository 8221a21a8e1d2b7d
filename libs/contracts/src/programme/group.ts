import { z } from 'zod';
import { code } from '../fields.js';
import { localTime, text } from './texts.js';

/** Monday first, as in ISO 8601: a weekday's number is its index + 1. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export const range = z.strictObject({ min: z.int().min(1).max(1000), max: z.int().min(1).max(1000) });

/** How long the first and the last time to begin may lie apart, in minutes: each half hour is a time to try. */
export const longestStart = 8 * 60;

/** What a session can need for a whole group: a meal, or that the children are minded. */
export const groupNeeds = ['meal', 'child-minding'] as const;

/** When a meeting may lie: how long it is, on which weekdays, and the local times between which it begins. */
export const slot = {
  minutes: z.int().min(15).max(720),
  weekdays: z.array(z.enum(weekdays)).min(1).max(7),
  start: z.strictObject({ earliest: localTime, latest: localTime }),
};

/** The same of what a whole group comes to, and what each of them needs for all who come. */
const groupSlot = { ...slot, needs: z.array(z.enum(groupNeeds)).min(1).max(groupNeeds.length).optional() };

export const series = z.strictObject({
  sessions: z.strictObject({ count: z.int().min(1).max(60), everyWeeks: z.int().min(1).max(8), ...groupSlot }),
  /** One evening for each number: after that session and before the next. */
  themeEvenings: z
    .strictObject({ afterSessions: z.array(z.int().min(1).max(60)).min(1).max(10), ...groupSlot })
    .optional(),
});
export type SeriesTemplate = z.infer<typeof series>;

/** What is noted of who came: the reasons for being away, and for how many days after a session it can be corrected. */
export const attendance = z.strictObject({
  reasons: z.array(z.strictObject({ code, text })).min(1).max(20),
  settledAfterDays: z.int().min(1).max(92),
});
export type AttendanceRules = z.infer<typeof attendance>;

export const group = z.strictObject({
  families: range,
  staff: z
    .array(z.strictObject({ function: code, count: z.int().min(1).max(20) }))
    .min(1)
    .max(10),
  room: z.boolean(),
  /** Whom the meal is counted for: each band begins at an age, in whole years, and ends where the next begins. */
  ageBands: z
    .array(z.strictObject({ code, from: z.int().min(0).max(120), text }))
    .min(1)
    .max(10)
    .optional(),
  attendance: attendance.optional(),
  /** Until this session begins, a place that a family leaves is another's. */
  refillUntilSession: z.int().min(1).max(60).optional(),
  series,
});
export type AgeBand = Exclude<z.infer<typeof group>['ageBands'], undefined>[number];
export type GroupShape = z.infer<typeof group>;
