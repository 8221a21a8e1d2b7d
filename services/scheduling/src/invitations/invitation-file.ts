import { ICalAttendeeRole, ICalAttendeeType, ICalCalendarMethod } from 'ical-generator';
import { addEvent, newCalendar, type FeedEntry } from '../feeds/calendar-file.js';

/** No mail can be sent to these (RFC 2606): an answer to an invitation is given to people, not to a mailbox. */
const organizer = { name: 'Kommunen', email: 'kommunen@helhed.invalid' };
const addressOf = (familyId: string) => `${familyId}@familie.helhed.invalid`;

/**
 * An invitation (RFC 5546) of one family to one appointment, to be sent by whatever reaches the family: REQUEST, and
 * CANCEL once it is called off. As neutral as the feed, whose UID and SEQUENCE it shares.
 */
export function invitationFile(entry: FeedEntry, familyId: string): string {
  const method = entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = newCalendar(method);
  const event = addEvent(calendar, entry);
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
