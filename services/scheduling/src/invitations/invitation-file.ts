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
const organizer = { name: 'Kommunen / The municipality', email: 'kommunen@helhed.invalid' };

/** Whom it asks: one person of a family; nobody in it where it was given out before each invitation had a recipient. */
export interface Asked {
  readonly familyId: string;
  readonly recipientId: string | null;
}

/** By an id, and no name: an invitation lies open in a shared mailbox too. */
const attendeeOf = ({ familyId, recipientId }: Asked) =>
  recipientId === null
    ? { name: 'Familien / The family', email: `${familyId}@familie.helhed.invalid`, type: ICalAttendeeType.GROUP }
    : {
        name: 'Modtageren / The recipient',
        email: `${recipientId}@modtager.helhed.invalid`,
        type: ICalAttendeeType.INDIVIDUAL,
      };

/** An invitation (RFC 5546) of one person to one appointment, to be sent by whatever reaches the person; as neutral as the feed. */
export function invitationFile(entry: FeedEntry, asked: Asked, sequence?: number): string {
  const calendar = newCalendar(ICalCalendarMethod.REQUEST);
  return between(calendar, addEvent(calendar, entry, sequence), asked);
}

/** It is called off, under the UID of the REQUEST: when it was to begin, for RFC 5545 asks for that, and no place. */
export function cancelFile(sessionId: string, { date, startTime, sequence, at }: Cancel, asked: Asked): string {
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
  return between(calendar, event, asked);
}

function between(calendar: ICalCalendar, event: ICalEvent, asked: Asked): string {
  event.organizer(organizer);
  event.createAttendee({ ...attendeeOf(asked), role: ICalAttendeeRole.REQ, rsvp: false });
  return calendar.toString();
}
