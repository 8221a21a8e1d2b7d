import { zone } from '@helhed/kernel';
import fc from 'fast-check';
import { isHoliday } from '../calendar/holidays.js';
import { addDays, overlaps, weekdayOf } from '../calendar/local-time.js';
import { placeSeries, type SeriesTemplate } from './series.js';

const onTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
const wall = (instant: Date) => onTheWall.format(instant).split(' ');

const time = fc
  .record({ hour: fc.integer({ min: 6, max: 19 }), quarter: fc.integer({ min: 0, max: 3 }) })
  .map(({ hour, quarter }) => `${String(hour).padStart(2, '0')}:${String(quarter * 15).padStart(2, '0')}`);
const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days));
const weekday = fc.integer({ min: 1, max: 7 });
const templates: fc.Arbitrary<SeriesTemplate> = fc.integer({ min: 1, max: 30 }).chain((sessions) =>
  fc.record({
    sessions: fc.constant(sessions),
    minutes: fc.integer({ min: 15, max: 240 }),
    themeEvenings: fc.array(
      fc.record({ afterSession: fc.integer({ min: 1, max: sessions }), weekday, startTime: time, minutes: fc.integer({ min: 15, max: 240 }) }),
      { maxLength: 5 },
    ),
  }),
);
const placements = fc.record({ from: day, weekday, startTime: time });

describe('a series', () => {
  const breaks = fc.record({ from: day, days: fc.integer({ min: 0, max: 60 }) });
  const cases = fc.record({ template: templates, placement: placements, pause: breaks }).map(({ template, placement, pause }) => {
    const isClosed = (date: string) => isHoliday(date) || (date >= pause.from && date < addDays(pause.from, pause.days));
    return { template, placement, isClosed, planned: placeSeries(template, placement, isClosed) };
  });

  it('has every session and theme evening that the template asks for', () =>
    fc.assert(
      fc.property(cases, ({ template, planned }) => {
        const numbers = (kind: string) => planned.filter((each) => each.kind === kind).map((each) => each.number);
        expect(numbers('session')).toEqual(Array.from({ length: template.sessions }, (_, index) => index + 1));
        expect(numbers('theme-evening').toSorted()).toEqual(template.themeEvenings.map((_, index) => index + 1));
      }),
    ));

  it('keeps its weekday and its time on the wall, summer and winter', () =>
    fc.assert(
      fc.property(cases, ({ template, placement, planned }) => {
        for (const each of planned) {
          const expected = each.kind === 'session' ? placement : template.themeEvenings[each.number - 1]!;
          expect(wall(each.startsAt)).toEqual([each.date, expected.startTime]);
          expect(weekdayOf(each.date)).toBe(expected.weekday);
          expect(each.endsAt.getTime() - each.startsAt.getTime()).toBe(each.minutes * 60_000);
        }
      }),
    ));

  it('is never on a holiday or in a break, begins on its date or later, and leaves no open week out', () =>
    fc.assert(
      fc.property(cases, ({ placement, isClosed, planned }) => {
        for (const each of planned) expect(isClosed(each.date)).toBe(false);
        const sessions = planned.filter(({ kind }) => kind === 'session').map(({ date }) => date);
        expect(sessions[0]! >= placement.from).toBe(true);
        for (let date = sessions[0]!; date <= sessions.at(-1)!; date = addDays(date, 7)) expect(sessions.includes(date)).toBe(!isClosed(date));
      }),
    ));

  it('never overlaps itself', () =>
    fc.assert(
      fc.property(cases, ({ planned }) => {
        for (const [index, each] of planned.entries())
          for (const other of planned.slice(index + 1)) expect(overlaps(each, other)).toBe(false);
      }),
    ));

  it('is laid out for Nyborg through autumn, the clock change and Christmas', () => {
    const themeEvenings = [3, 7, 11].map((afterSession) => ({ afterSession, weekday: 3, startTime: '19:00', minutes: 120 }));
    const planned = placeSeries(
      { sessions: 13, minutes: 180, themeEvenings },
      { from: '2026-10-01', weekday: 4, startTime: '16:00' },
      isHoliday,
    );
    expect(planned.filter(({ kind }) => kind === 'session').map(({ date }) => date.slice(5))).toEqual(
      ['10-01', '10-08', '10-15', '10-22', '10-29', '11-05', '11-12', '11-19', '11-26', '12-03', '12-10', '12-17', '01-07'],
    );
    expect(planned.filter(({ kind }) => kind === 'theme-evening').map(({ date }) => date.slice(5))).toEqual(['10-21', '11-18', '12-16']);
    expect(planned.find(({ date }) => date === '2026-10-22')!.startsAt.toISOString()).toBe('2026-10-22T14:00:00.000Z');
    expect(planned.find(({ date }) => date === '2026-10-29')!.startsAt.toISOString()).toBe('2026-10-29T15:00:00.000Z');
  });
});
