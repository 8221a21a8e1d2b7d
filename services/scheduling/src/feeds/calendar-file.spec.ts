import { newId } from '@helhed/kernel';
import { calendarFile, type FeedEntry } from './calendar-file.js';

const entry = (date: string): FeedEntry => ({
  id: newId(),
  version: 2,
  changedAt: new Date('2026-09-01T08:00:00Z'),
  date,
  startTime: '16:00',
  minutes: 180,
  room: 'Stuen; rum 1, kælder',
  cancelled: false,
});
const autumn = [entry('2026-10-22'), entry('2026-10-29')];
const lines = (entries: readonly FeedEntry[]) => calendarFile(entries).split('\r\n');

describe('a calendar file', () => {
  it('is made of CRLF lines of at most 75 octets (RFC 5545, 3.1)', () => {
    const file = calendarFile([{ ...autumn[0]!, room: 'Mødelokalet på første sal over børnebiblioteket '.repeat(4) }]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('keeps the time on the wall, with the zone it is told in', () => {
    const file = lines(autumn);
    expect(file.filter((line) => line.startsWith('DTSTART'))).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Europe/Copenhagen:20261022T160000',
        'DTSTART;TZID=Europe/Copenhagen:20261029T160000',
      ]),
    );
    expect(file).toContain('DTEND;TZID=Europe/Copenhagen:20261029T190000');
    expect(file.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
  });

  it('has a stable UID, a DTSTAMP in UTC and a SEQUENCE that counts changes', () => {
    expect(calendarFile(autumn)).toBe(calendarFile(autumn));
    expect(lines(autumn)).toEqual(
      expect.arrayContaining([
        `UID:${autumn[0]!.id}@helhed`,
        'DTSTAMP:20260901T080000Z',
        'SEQUENCE:1',
        'LOCATION:Stuen\\; rum 1\\, kælder',
      ]),
    );
  });

  it('says nothing but that there is an appointment', () => {
    expect(lines(autumn).filter((line) => line.startsWith('SUMMARY'))).toEqual([
      'SUMMARY:Aftale / Appointment',
      'SUMMARY:Aftale / Appointment',
    ]);
    expect(lines(autumn).filter((line) => /^(DESCRIPTION|ATTENDEE|ORGANIZER)/.test(line))).toEqual([]);
  });

  it('marks what was cancelled', () => {
    expect(lines(autumn).join()).not.toContain('STATUS');
    expect(lines([{ ...autumn[0]!, cancelled: true }])).toContain('STATUS:CANCELLED');
  });

  it('is a valid calendar without a single appointment', () =>
    expect(lines([])).toEqual(
      expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VTIMEZONE', 'END:VCALENDAR']),
    ));
});
