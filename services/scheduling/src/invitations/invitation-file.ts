import { zone } from '@helhed/kernel';
import {
  ICalAttendeeRole,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
  type ICalEvent,
} from 'ical-generator';
import { toInterval } from '../calendar/local-time.js';
import type { Cancel } from '../deliveries/invited.js';
import { addEvent, neutral, newCalendar, onTheWall, uidOf, type FeedEntry } from '../feeds/calendar-file.js';

/** No mail can be sent to these (RFC 2606): an answer to an invitation is given to people, not to a mailbox. */
const organizer = { name: 'Kommunen', email: 'kommunen@helhed.invalid' };
const addressOf = (familyId: string) => `${familyId}@familie.helhed.invalid`;

/** An invitation (RFC 5546) of one family to one appointment, to be sent by whatever reaches the family; as neutral as the feed. */
export function invitationFile(entry: FeedEntry, familyId: string, sequence?: number): string {
  const calendar = newCalendar(ICalCalendarMethod.REQUEST);
  return between(calendar, addEvent(calendar, entry, sequence), familyId);
}

/** It is called off, under the UID of the REQUEST: when it was to begin, for RFC 5545 asks for that, and no place. */
export function cancelFile(sessionId: string, { date, startTime, sequence, at }: Cancel, familyId: string): string {
  const calendar = newCalendar(ICalCalendarMethod.CANCEL);
  const event = calendar.createEvent({
    id: uidOf(sessionId),
    sequence,
    stamp: at,
    start: onTheWall(toInterval({ date, startTime, minutes: 0 }).startsAt),
    timezone: zone,
    summary: neutral,
    status: ICalEventStatus.CANCELLED,
  });
  return between(calendar, event, familyId);
}

function between(calendar: ICalCalendar, event: ICalEvent, familyId: string): string {
  event.organizer(organizer);
  event.createAttendee({
    name: 'Familien',
    email: addressOf(familyId),
    type: ICalAttendeeType.GROUP,
    role: ICalAttendeeRole.REQ,
    rsvp: false,
  });
  return calendar.toString();
}
