/** Where the time comes from. Rules take instants as arguments; only the edge asks a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const zone = 'Europe/Copenhagen';

const calendarDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date (ISO 8601) that an instant falls on in Denmark. */
export const localDate = (instant: Date): string => calendarDay.format(instant);

const millisecondsPerDay = 86_400_000;

/** Whole calendar days from one ISO date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);

/** Milliseconds on a clock that only goes forward, whatever becomes of the date; the zero is the process's own. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
