import { newId } from '@helhed/kernel';
import { calendarFile, type FeedEntry } from '../feeds/calendar-file.js';
import { cancelFile, invitationFile } from './invitation-file.js';

const asked = { familyId: newId(), recipientId: newId() };
const entry: FeedEntry = {
  id: newId(),
  version: 1,
  changedAt: new Date('2026-09-01T08:00:00Z'),
  date: '2026-10-29',
  startTime: '16:00',
  minutes: 180,
  room: 'Stuen',
  cancelled: false,
};
/** Lines unfolded (RFC 5545, 3.1). */
const lines = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const request = lines(invitationFile(entry, asked));

describe('an invitation', () => {
  it('asks one person, on behalf of the municipality, to one appointment (RFC 5546, 3.2.2)', () => {
    expect(request).toEqual(
      expect.arrayContaining(['METHOD:REQUEST', 'SUMMARY:Aftale / Appointment', 'LOCATION:Stuen']),
    );
    const people = request.filter((line) => /^(ORGANIZER|ATTENDEE)/.test(line));
    expect(people).toEqual([
      'ORGANIZER;CN="Kommunen / The municipality":mailto:kommunen@helhed.invalid',
      expect.stringMatching(
        new RegExp(
          `^ATTENDEE;.*CN="Modtageren / The recipient":mailto:${asked.recipientId}@modtager.helhed.invalid$`,
          'i',
        ),
      ),
    ]);
    expect(request.join()).not.toContain(asked.familyId);
    expect(request.join()).not.toMatch(/famil/i);
    expect(request.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('keeps the time on the wall, with its zone', () => {
    expect(request).toContain('DTSTART;TZID=Europe/Copenhagen:20261029T160000');
    expect(request).toContain('DTEND;TZID=Europe/Copenhagen:20261029T190000');
    expect(request).toContain('BEGIN:VTIMEZONE');
  });

  it('is called off under the same UID, one SEQUENCE later (RFC 5546, 3.2.5)', () => {
    const { date, startTime } = entry;
    const cancel = lines(cancelFile(entry.id, { date, startTime, sequence: 1, at: new Date() }, asked));
    const uid = (file: string[]) => file.find((line) => line.startsWith('UID:'));
    expect(uid(cancel)).toBe(uid(request));
    expect(request).toContain('SEQUENCE:0');
    expect(cancel).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1']));
    const people = (file: string[]) => file.filter((line) => /^(ORGANIZER|ATTENDEE)/.test(line));
    expect(people(cancel)).toEqual(people(request));
  });

  it('is called off with when it was to begin, and nothing else of it', () => {
    const { id, date, startTime } = entry;
    const cancel = lines(cancelFile(id, { date, startTime, sequence: 1, at: new Date() }, asked));
    const event = cancel.slice(cancel.indexOf('BEGIN:VEVENT') + 1, cancel.indexOf('END:VEVENT'));
    expect(new Set(event.map((line) => line.split(/[;:]/)[0]))).toEqual(
      new Set(['ATTENDEE', 'DTSTAMP', 'DTSTART', 'ORGANIZER', 'SEQUENCE', 'STATUS', 'SUMMARY', 'UID']),
    );
    expect(event).toEqual(
      expect.arrayContaining(['DTSTART;TZID=Europe/Copenhagen:20261029T160000', 'SUMMARY:Aftale / Appointment']),
    );
  });

  it('is called off for the family as a whole where it was given to it before there were recipients', () => {
    const { date, startTime } = entry;
    const cancel = cancelFile(
      entry.id,
      { date, startTime, sequence: 1, at: new Date() },
      { ...asked, recipientId: null },
    );
    const attendees = lines(cancel).filter((line) => line.startsWith('ATTENDEE'));
    expect(attendees).toEqual([
      expect.stringMatching(
        new RegExp(`CN="Familien / The family":mailto:${asked.familyId}@familie.helhed.invalid$`, 'i'),
      ),
    ]);
  });

  it('is in the feed under the same UID', () =>
    expect(lines(calendarFile([entry]))).toContain(request.find((line) => line.startsWith('UID:'))));
});
