import { zone } from '@helhed/kernel';
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar, type ICalEvent } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { toInterval, type LocalTime } from '../calendar/local-time.js';
import { copenhagenTimezone } from './copenhagen-timezone.js';

export interface FeedEntry extends LocalTime {
  readonly id: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly room: string | null;
  readonly cancelled: boolean;
}

/**
 * An iCalendar file (RFC 5545) to subscribe to. Its texts are neutral, for a calendar lies open on kitchen tables and
 * shared screens: never what the meeting is about, and never another family's name.
 */
export function calendarFile(entries: readonly FeedEntry[]): string {
  const calendar = newCalendar().name('Aftaler / Appointments').ttl(3600);
  for (const entry of entries) addEvent(calendar, entry);
  const file = calendar.toString();
  // a calendar must hold a component (RFC 5545, 3.6), and the generator leaves the zone out of an empty one
  return entries.length > 0 ? file : file.replace('END:VCALENDAR', `${copenhagenTimezone}\r\nEND:VCALENDAR`);
}

export const newCalendar = (method?: ICalCalendarMethod): ICalCalendar =>
  ical({
    prodId: { company: 'Helhed', product: 'Kalender', language: 'DA' },
    timezone: { name: null, generator: () => copenhagenTimezone },
    ...(method ? { method } : {}),
  });

/**
 * Under the same UID wherever it is told, so that a calendar that hears of it twice has it once; and under the same SEQUENCE,
 * but for an invitation that follows a CANCEL.
 */
export const addEvent = (calendar: ICalCalendar, entry: FeedEntry, sequence = entry.version - 1): ICalEvent =>
  calendar.createEvent({
    id: uidOf(entry.id),
    sequence,
    stamp: entry.changedAt,
    start: onTheWall(toInterval(entry).startsAt),
    end: onTheWall(toInterval(entry).endsAt),
    timezone: zone,
    summary: neutral,
    location: entry.room,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : null,
  });

export const uidOf = (sessionId: string): string => `${sessionId}@helhed`;
/** In both languages: no calendar program says which of them its reader wants. */
export const neutral = 'Aftale / Appointment';

export const onTheWall = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
