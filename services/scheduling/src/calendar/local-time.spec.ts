import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, nextWeekday, overlaps, startOfDay, toInterval, weekdayOf } from './local-time.js';

describe('local time', () => {
  it.each([
    ['the day before summer time', '2026-03-28', '2026-03-28T15:00:00.000Z'],
    ['the day it begins', '2026-03-29', '2026-03-29T14:00:00.000Z'],
    ['the day before it ends', '2026-10-24', '2026-10-24T14:00:00.000Z'],
    ['the day it ends', '2026-10-25', '2026-10-25T15:00:00.000Z'],
  ])('16:00 on %s', (_, date, instant) => {
    const { startsAt, endsAt } = toInterval({ date, startTime: '16:00', minutes: 180 });
    expect(startsAt.toISOString()).toBe(instant);
    expect(endsAt.getTime() - startsAt.getTime()).toBe(3 * 3_600_000);
  });

  it('is what the rules of the zone make of it, any minute of any day', () =>
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const date = addDays('2024-01-01', day);
        const startTime = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const exact = Temporal.PlainDateTime.from(`${date}T${startTime}`).toZonedDateTime('Europe/Copenhagen');
        expect(toInterval({ date, startTime, minutes: 5 }).startsAt.getTime()).toBe(exact.epochMilliseconds);
      }),
    ));

  it('a day of the clock change is 23 or 25 hours long', () => {
    const hours = (from: string, until: string) =>
      (startOfDay(until).getTime() - startOfDay(from).getTime()) / 3_600_000;
    expect(hours('2026-03-29', '2026-03-30')).toBe(23);
    expect(hours('2026-10-25', '2026-10-26')).toBe(25);
  });

  it('intervals are half open: one may begin when another ends', () => {
    const first = toInterval({ date: '2026-10-25', startTime: '14:00', minutes: 60 });
    const next = toInterval({ date: '2026-10-25', startTime: '15:00', minutes: 60 });
    expect(overlaps(first, next)).toBe(false);
    expect(overlaps(first, toInterval({ date: '2026-10-25', startTime: '14:59', minutes: 1 }))).toBe(true);
  });

  it('finds the next weekday, today included', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(nextWeekday('2026-11-22', 7)).toBe('2026-11-22');
    expect(nextWeekday('2026-11-22', 2)).toBe('2026-11-24');
    expect(nextWeekday('2026-12-30', 1)).toBe('2027-01-04');
  });
});
