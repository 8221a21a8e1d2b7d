import { minutesOf } from '@helhed/contracts';
import { zone } from '@helhed/kernel';
import { Temporal } from 'temporal-polyfill';

/** A future appointment as people agree on it: the clock on the wall in Denmark, and how long it lasts. */
export interface LocalTime {
  /** ISO date */
  readonly date: string;
  /** `HH:mm` */
  readonly startTime: string;
  readonly minutes: number;
}

/** The half-open interval [startsAt, endsAt) in UTC. */
export interface Interval {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Derived, never the other way round: a changed rule for summer time moves the instant and not the appointment. */
export function toInterval({ date, startTime, minutes }: LocalTime): Interval {
  const { begins, hours } = dayOf(date);
  const start =
    hours === 24 ? begins + minutesOf(startTime) * 60_000 : inZone(`${date}T${startTime}`).epochMilliseconds;
  return { startsAt: new Date(start), endsAt: new Date(start + minutes * 60_000) };
}

const inZone = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone);

const days = new Map<string, { readonly begins: number; readonly hours: number }>();
const daysKept = 10_000;

/** Kept, since a search for a free time asks for the same days thousands of times, and the zone's rules are slow. */
function dayOf(date: string) {
  const known = days.get(date);
  if (known) return known;
  const midnight = inZone(`${date}T00:00`);
  const day = { begins: midnight.epochMilliseconds, hours: midnight.hoursInDay };
  if (days.size >= daysKept) days.clear();
  days.set(date, day);
  return day;
}

export const overlaps = (a: Interval, b: Interval): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

const utc = (date: string) => new Date(`${date}T00:00:00Z`);

export function addDays(date: string, days: number): string {
  const shifted = utc(date);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return shifted.toISOString().slice(0, 10);
}

/** ISO weekday: Monday is 1. */
export const weekdayOf = (date: string): number => utc(date).getUTCDay() || 7;

/** The first date from `date` on, itself included, that falls on the weekday. */
export const nextWeekday = (date: string, weekday: number): string =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7);

/** The instant at which a Danish date begins. */
export const startOfDay = (date: string): Date => toInterval({ date, startTime: '00:00', minutes: 0 }).startsAt;
