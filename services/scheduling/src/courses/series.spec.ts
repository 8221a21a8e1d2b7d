import { minutesOf, weekdays, type SeriesTemplate } from '@helhed/contracts';
import { isHoliday, zone } from '@helhed/kernel';
import fc from 'fast-check';
import { addDays, overlaps } from '../calendar/local-time.js';
import { placeSeries } from './series.js';
import { allows, startTimes, weekdayName } from './slots.js';

const onTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
const wall = (instant: Date) => onTheWall.format(instant).split(' ');
const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days));
const slot = fc
  .record({
    minutes: fc.integer({ min: 15, max: 240 }),
    weekdays: fc.subarray([...weekdays], { minLength: 1 }),
    earliest: fc.integer({ min: 6 * 60, max: 18 * 60 }),
    span: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ minutes, weekdays: days, earliest, span }) => ({
    minutes,
    weekdays: days,
    start: { earliest: time(earliest), latest: time(earliest + span) },
  }));
const templates: fc.Arbitrary<SeriesTemplate> = fc.integer({ min: 1, max: 20 }).chain((count) =>
  fc.record({
    sessions: fc
      .tuple(slot, fc.integer({ min: 1, max: 3 }))
      .map(([each, everyWeeks]) => ({ ...each, count, everyWeeks })),
    themeEvenings: fc.option(
      fc
        .tuple(slot, fc.uniqueArray(fc.integer({ min: 1, max: count }), { minLength: 1, maxLength: 4 }))
        .map(([each, after]) => ({ ...each, afterSessions: after.toSorted((a, b) => a - b) })),
      { nil: undefined },
    ),
  }),
);
const cases = templates
  .chain((template) =>
    fc.record({
      template: fc.constant(template),
      placement: fc.record({
        from: day,
        weekday: fc.constantFrom(...template.sessions.weekdays),
        startTime: fc.constantFrom(...startTimes(template.sessions)),
      }),
      pause: fc.record({ from: day, days: fc.integer({ min: 0, max: 60 }) }),
    }),
  )
  .map(({ template, placement, pause }) => {
    const isClosed = (date: string) =>
      isHoliday(date) || (date >= pause.from && date < addDays(pause.from, pause.days));
    const planned = placeSeries(template, placement, { isClosed, isTaken: () => false });
    const of = (kind: string) => planned.filter((each) => each.kind === kind);
    return { template, placement, isClosed, planned, sessions: of('session'), evenings: of('theme-evening') };
  });
const always = (holds: (example: typeof cases extends fc.Arbitrary<infer T> ? T : never) => void) =>
  fc.assert(fc.property(cases, holds));

describe('a series', () => {
  it('has every session and theme evening that the template asks for', () =>
    always(({ template, sessions, evenings }) => {
      expect(sessions.map(({ number }) => number)).toEqual(
        Array.from({ length: template.sessions.count }, (_, index) => index + 1),
      );
      expect(evenings).toHaveLength(template.themeEvenings?.afterSessions.length ?? 0);
    }));

  it('keeps weekday, length and time on the wall, summer and winter', () =>
    always(({ template, placement, sessions, evenings }) => {
      for (const each of sessions) {
        expect(wall(each.startsAt)).toEqual([each.date, placement.startTime]);
        expect(weekdayName(each.date)).toBe(placement.weekday);
        expect(each.endsAt.getTime() - each.startsAt.getTime()).toBe(template.sessions.minutes * 60_000);
      }
      for (const each of evenings) {
        expect(wall(each.startsAt)).toEqual([each.date, each.startTime]);
        expect(allows(template.themeEvenings!, weekdayName(each.date), each.startTime)).toBe(true);
      }
    }));

  it('is never on a holiday or in a break, begins on its date or later, and leaves no open week out', () =>
    always(({ template, placement, isClosed, planned, sessions }) => {
      for (const each of planned) expect(isClosed(each.date)).toBe(false);
      expect(sessions[0]!.date >= placement.from).toBe(true);
      for (const [index, session] of sessions.entries()) {
        const due =
          index === 0 ? sessions[0]!.date : addDays(sessions[index - 1]!.date, 7 * template.sessions.everyWeeks);
        for (let date = due; date < session.date; date = addDays(date, 7)) expect(isClosed(date)).toBe(true);
      }
    }));

  it('never overlaps itself, and holds no theme evening before its session', () =>
    always(({ template, planned, sessions, evenings }) => {
      for (const [index, each] of planned.entries())
        for (const other of planned.slice(index + 1)) expect(overlaps(each, other)).toBe(false);
      for (const each of evenings) {
        const session = sessions[template.themeEvenings!.afterSessions[each.number - 1]! - 1]!;
        expect(each.startsAt.getTime()).toBeGreaterThanOrEqual(session.endsAt.getTime());
      }
    }));
});

const nyborg: SeriesTemplate = {
  sessions: {
    count: 13,
    everyWeeks: 1,
    minutes: 180,
    weekdays: ['tuesday', 'thursday'],
    start: { earliest: '15:00', latest: '17:00' },
  },
  themeEvenings: {
    afterSessions: [3, 7, 11],
    minutes: 120,
    weekdays: ['wednesday'],
    start: { earliest: '19:00', latest: '20:00' },
  },
};

describe("Nyborg's course", () => {
  const placement = { from: '2026-10-01', weekday: 'thursday', startTime: '16:00' } as const;
  const dates = (planned: ReturnType<typeof placeSeries>, kind: string) =>
    planned.filter((each) => each.kind === kind).map(({ date }) => date.slice(5));

  it('runs through autumn, the clock change and Christmas', () => {
    const planned = placeSeries(nyborg, placement, { isClosed: isHoliday, isTaken: () => false });
    expect(dates(planned, 'session')).toEqual([
      '10-01',
      '10-08',
      '10-15',
      '10-22',
      '10-29',
      '11-05',
      '11-12',
      '11-19',
      '11-26',
      '12-03',
      '12-10',
      '12-17',
      '01-07',
    ]);
    expect(dates(planned, 'theme-evening')).toEqual(['10-21', '11-18', '12-16']);
    const startsAt = (date: string) => planned.find((each) => each.date === date)!.startsAt.toISOString();
    expect(startsAt('2026-10-22')).toBe('2026-10-22T14:00:00.000Z');
    expect(startsAt('2026-10-29')).toBe('2026-10-29T15:00:00.000Z');
    expect(
      planned.map(({ startTime }) => minutesOf(startTime)).every((minute) => minute === 16 * 60 || minute === 19 * 60),
    ).toBe(true);
  });

  it('gives a theme evening another time where the first is taken, and another week where the day is closed', () => {
    const taken = new Date('2026-10-21T17:00:00Z');
    const planned = placeSeries(nyborg, placement, {
      isClosed: (date) => date === '2026-11-18',
      isTaken: (kind, { startsAt }) => kind === 'theme-evening' && startsAt.getTime() === taken.getTime(),
    });
    expect(
      planned.filter(({ kind }) => kind === 'theme-evening').map(({ date, startTime }) => `${date} ${startTime}`),
    ).toEqual(['2026-10-21 19:30', '2026-11-25 19:00', '2026-12-16 19:00']);
  });

  it('is refused where no day is ever open', () =>
    expect(() => placeSeries(nyborg, placement, { isClosed: () => true, isTaken: () => false })).toThrow(
      expect.objectContaining({ problem: 'no-open-day' }),
    ));
});
