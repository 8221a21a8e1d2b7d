import { minutesOf, weekdays, type SeriesTemplate, type Weekday } from '@helhed/contracts';
import { addDays, weekdayOf, type LocalTime } from '../calendar/local-time.js';

/** When a definition lets a meeting lie: its length, its weekdays, and the times between which it begins. */
export type Slot = Pick<SeriesTemplate['sessions'], 'minutes' | 'weekdays' | 'start'>;

const stepMinutes = 30;

/** ISO number of a weekday: Monday is 1. */
export const numberOf = (weekday: Weekday): number => weekdays.indexOf(weekday) + 1;

export const weekdayName = (date: string): Weekday => weekdays[weekdayOf(date) - 1]!;

export const allows = (slot: Slot, weekday: Weekday, startTime: string): boolean =>
  slot.weekdays.includes(weekday) && slot.start.earliest <= startTime && startTime <= slot.start.latest;

/** Half-hourly times from the earliest that the slot allows, its latest included. */
export function startTimes({ start: { earliest, latest } }: Slot): string[] {
  const times: string[] = [];
  for (let minute = minutesOf(earliest); minute < minutesOf(latest); minute += stepMinutes) times.push(timeOf(minute));
  return [...times, latest];
}

/** What the slot allows from the day after `date` to `lastDate`, and, last, on `date` itself. */
export function* startsWithin(slot: Slot, date: string, lastDate: string): Generator<LocalTime> {
  const times = startTimes(slot);
  for (let day = addDays(date, 1); day <= lastDate; day = addDays(day, 1)) yield* allowedOn(day);
  yield* allowedOn(date);

  function* allowedOn(day: string): Generator<LocalTime> {
    if (slot.weekdays.includes(weekdayName(day)))
      for (const startTime of times) yield { date: day, startTime, minutes: slot.minutes };
  }
}

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
