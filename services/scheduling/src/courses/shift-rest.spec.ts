import type { SeriesTemplate } from '@helhed/contracts';
import { daysBetween, isHoliday } from '@helhed/kernel';
import fc from 'fast-check';
import { addDays, overlaps, toInterval, weekdayOf } from '../calendar/local-time.js';
import { placeSeries, type PlannedSession } from './series.js';
import { shiftRest } from './shift-rest.js';

const slot = {
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday'],
  start: { earliest: '15:00', latest: '17:00' },
} as const;
const templateOf = (everyWeeks: number, startsAt = '19:00'): SeriesTemplate => ({
  sessions: { ...slot, weekdays: [...slot.weekdays], count: 6, everyWeeks, minutes: 180 },
  themeEvenings: {
    afterSessions: [2, 4],
    minutes: 120,
    weekdays: [...slot.weekdays],
    start: { earliest: startsAt, latest: startsAt },
  },
});
const open = { isClosed: () => false, isTaken: () => false };
// Mondays: sessions on 4, 11, 18, 25 January, 1 and 8 February 2027; evenings on Tuesdays, 12 and 26 January
const mondays = placeSeries(templateOf(1), { from: '2027-01-04', weekday: 'monday', startTime: '16:00' }, open);

type Closed = (date: string) => boolean;
const shift = (
  course: readonly PlannedSession[],
  from: number,
  to: { date: string; startTime: string },
  isClosed: Closed = () => false,
  everyWeeks = 1,
): PlannedSession[] => {
  const [first, ...later] = course.slice(from) as [PlannedSession, ...PlannedSession[]];
  const placed = shiftRest(first, later, { to, everyWeeks, isClosed });
  return [first, ...later].map((each) => {
    const time = placed.get(each)!;
    return { ...each, ...time, ...toInterval(time) };
  });
};
const said = (course: readonly PlannedSession[]) =>
  course.map(({ kind, number, date }) => `${kind === 'session' ? '' : 'evening '}${number} ${date}`);
const closedIn =
  (...dates: string[]): Closed =>
  (date) =>
    dates.includes(date);

describe('the rest of a course, moved with its first session', () => {
  it('meets on the new weekday in the weeks in which it met; the evening between two of them stays', () => {
    const moved = shift(mondays, 3, { date: '2027-01-19', startTime: '15:30' });
    expect(said(moved)).toEqual([
      '3 2027-01-19',
      '4 2027-01-26',
      // on the evening of the session that it follows: room and people are free again by then
      'evening 2 2027-01-26',
      '5 2027-02-02',
      '6 2027-02-09',
    ]);
    expect(moved.map(({ startTime }) => startTime)).toEqual(['15:30', '15:30', '19:00', '15:30', '15:30']);
  });

  it('keeps an evening between its two sessions: a week on or back, if that lets it', () => {
    const thursdays = shift(mondays, 0, { date: '2027-01-07', startTime: '16:00' });
    expect(said(thursdays)).toEqual([
      '1 2027-01-07',
      '2 2027-01-14',
      'evening 1 2027-01-19',
      '3 2027-01-21',
      '4 2027-01-28',
      'evening 2 2027-02-02',
      '5 2027-02-04',
      '6 2027-02-11',
    ]);
    expect(said(shift(thursdays, 0, { date: '2027-01-04', startTime: '16:00' }))).toEqual(said(mondays));
  });

  it('where no week lets the evening between them, leaves it in its own, for the clash to be told', () => {
    const late = placeSeries(
      templateOf(1, '17:00'),
      { from: '2027-01-04', weekday: 'monday', startTime: '15:00' },
      open,
    );
    const onTuesdays = shift(late, 1, { date: '2027-01-12', startTime: '15:00' });
    expect(said(onTuesdays).slice(0, 2)).toEqual(['2 2027-01-12', 'evening 1 2027-01-12']);
    expect(overlaps(onTuesdays[0]!, onTuesdays[1]!)).toBe(true);
  });

  it('goes as many weeks on, its evenings too', () => {
    expect(said(shift(mondays, 0, { date: '2027-01-25', startTime: '16:00' }))).toEqual(
      said(mondays.map((each) => ({ ...each, date: addDays(each.date, 21) }))),
    );
  });

  it('waits out a closed day, and a break that is in it takes the delay up', () => {
    const withBreak = placeSeries(
      templateOf(1),
      { from: '2027-01-04', weekday: 'monday', startTime: '16:00' },
      { ...open, isClosed: closedIn('2027-01-25') },
    );
    expect(said(withBreak.filter(({ kind }) => kind === 'session')).slice(2, 4)).toEqual([
      '3 2027-01-18',
      '4 2027-02-01',
    ]);
    const sessions = shift(
      withBreak.filter(({ kind }) => kind === 'session'),
      1,
      { date: '2027-01-18', startTime: '16:00' },
      closedIn('2027-01-25'),
    );
    expect(said(sessions)).toEqual(['2 2027-01-18', '3 2027-02-01', '4 2027-02-08', '5 2027-02-15', '6 2027-02-22']);
  });

  it('an evening waits too where its day is closed, and from an evening on the sessions keep theirs', () => {
    expect(said(shift(mondays, 1, mondays[1]!, closedIn('2027-01-12'))).slice(0, 3)).toEqual([
      '2 2027-01-11',
      'evening 1 2027-01-19',
      '3 2027-01-18',
    ]);
    expect(said(shift(mondays, 2, { date: '2027-01-14', startTime: '19:30' }))).toEqual([
      'evening 1 2027-01-14',
      '3 2027-01-18',
      '4 2027-01-25',
      'evening 2 2027-01-28',
      '5 2027-02-01',
      '6 2027-02-08',
    ]);
  });

  it('is nowhere where closing days leave no day', () => {
    const isClosed = (date: string) => date > '2027-01-20';
    expect(() => shift(mondays, 3, { date: '2027-01-19', startTime: '16:00' }, isClosed)).toThrow(
      expect.objectContaining({ problem: 'no-open-day' }),
    );
  });

  it('of any course, any way: each session on its weekday, open, in order, no nearer than it was; and once is enough', () => {
    const cases = fc.record({
      from: fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days)),
      weekday: fc.constantFrom(...slot.weekdays),
      everyWeeks: fc.integer({ min: 1, max: 3 }),
      which: fc.integer({ min: 0, max: 5 }),
      days: fc.integer({ min: -10, max: 40 }),
      startTime: fc.constantFrom('15:00', '16:30', '17:00'),
      pause: fc.record({ after: fc.integer({ min: 0, max: 80 }), days: fc.integer({ min: 0, max: 30 }) }),
    });
    fc.assert(
      fc.property(cases, ({ from, weekday, everyWeeks, which, days, startTime, pause }) => {
        const course = placeSeries(
          templateOf(everyWeeks),
          { from, weekday, startTime: '16:00' },
          {
            isClosed: isHoliday,
            isTaken: () => false,
          },
        );
        const paused = addDays(from, pause.after);
        const isClosed = (date: string) => isHoliday(date) || (date >= paused && date < addDays(paused, pause.days));
        const index = course.findIndex(({ kind, number }) => kind === 'session' && number === which + 1);
        const to = { date: addDays(course[index]!.date, days), startTime };
        fc.pre(!isClosed(to.date) && weekdayOf(to.date) <= 4);
        const before = course.slice(index).filter(({ kind }) => kind === 'session');
        const moved = shift(course, index, to, isClosed, everyWeeks);
        const sessions = moved.filter(({ kind }) => kind === 'session');
        expect(sessions[0]).toMatchObject(to);
        for (const [at, session] of sessions.entries()) {
          expect([weekdayOf(session.date), session.startTime]).toEqual([weekdayOf(to.date), startTime]);
          const previous = sessions[at - 1];
          if (previous) expect(daysBetween(previous.date, session.date)).toBeGreaterThanOrEqual(7 * everyWeeks);
          const weeks = Math.floor((daysBetween(before[0]!.date, to.date) + weekdayOf(before[0]!.date) - 1) / 7);
          expect(daysBetween(before[at]!.date, session.date)).toBeGreaterThanOrEqual(
            7 * weeks + weekdayOf(to.date) - weekdayOf(before[at]!.date),
          );
        }
        for (const { date } of moved) expect(isClosed(date)).toBe(false);
        const standing = moved.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
        fc.pre(!standing.some((each, at) => at > 0 && overlaps(each, standing[at - 1]!)));
        fc.pre(standing[0]!.kind === 'session');
        expect(said(shift(standing, 0, to, isClosed, everyWeeks))).toEqual(said(standing));
      }),
    );
  });
});
