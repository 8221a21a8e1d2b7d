import type { SeriesTemplate } from '@helhed/contracts';
import { toInterval } from '../calendar/local-time.js';
import { nearestAlternatives } from './alternatives.js';
import { BusyTimes, type BusyTime, type Needs } from './clashes.js';
import { placeSeries, type Placement } from './series.js';

const template: SeriesTemplate = {
  sessions: {
    count: 3,
    everyWeeks: 1,
    minutes: 180,
    weekdays: ['monday', 'tuesday'],
    start: { earliest: '15:30', latest: '16:30' },
  },
  themeEvenings: {
    afterSessions: [1],
    minutes: 120,
    weekdays: ['thursday'],
    start: { earliest: '19:00', latest: '19:00' },
  },
};
const wish: Placement = { from: '2027-02-01', weekday: 'tuesday', startTime: '16:00' };
const room = { kind: 'room', id: 'r', as: 'room' } as const;
const household = { kind: 'household', id: 'h', as: 'family' } as const;
const needs: Needs = { session: [room, household], 'theme-evening': [room] };
const isClosed = () => false;
const plan = placeSeries(template, wish, { isClosed, isTaken: () => false });
const taken = (kind: BusyTime['kind'], id: string, date: string, startTime: string, minutes: number): BusyTime => ({
  kind,
  id,
  ...toInterval({ date, startTime, minutes }),
});
const obstacles = (knownUntil: string, ...busy: BusyTime[]) => {
  const calendar = new BusyTimes(busy);
  return {
    isClosed,
    isTaken: (kind: keyof Needs, time: Parameters<BusyTimes['isTaken']>[1]) => calendar.isAnyTaken(needs[kind], time),
    knownUntil: new Date(knownUntil),
  };
};

describe('clashes of a course', () => {
  it('name each session and what is taken', () => {
    const calendar = new BusyTimes([
      taken('room', 'r', '2027-02-09', '18:59', 30),
      taken('household', 'h', '2027-02-16', '12:00', 300),
    ]);
    expect(calendar.clashesOf(plan, needs).map(({ session, need }) => [session.date, need.as])).toEqual([
      ['2027-02-09', 'room'],
      ['2027-02-16', 'family'],
    ]);
  });

  it('are none with what ends as the session begins, with other rooms, or with a household on a parents evening', () => {
    const calendar = new BusyTimes([
      taken('room', 'r', '2027-02-09', '13:00', 180),
      taken('room', 'other', '2027-02-09', '16:00', 180),
      taken('person', 'r', '2027-02-09', '16:00', 180),
      taken('household', 'h', '2027-02-04', '19:00', 120),
    ]);
    expect(calendar.clashesOf(plan, needs)).toEqual([]);
  });
});

describe('nearest alternatives', () => {
  it('fit, differ from the wish, and the nearest comes first', async () => {
    const full = obstacles('2028-01-01', taken('room', 'r', '2027-02-02', '16:00', 60));
    const found = await nearestAlternatives(template, wish, full);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({
      weekday: 'monday',
      startTime: '16:00',
      firstDate: '2027-02-01',
      lastDate: '2027-02-15',
    });
    for (const each of found)
      for (const session of placeSeries(template, each, full)) expect(full.isTaken(session.kind, session)).toBe(false);
  });

  it('turn to a later start when the wished weeks are full', async () => {
    const full = obstacles('2028-01-01', taken('room', 'r', '2027-02-01', '00:00', 28 * 24 * 60));
    const [nearest] = await nearestAlternatives(template, wish, full);
    expect(nearest).toMatchObject({ weekday: 'tuesday', firstDate: '2027-03-02' });
  });

  it('are none when nothing fits or the calendar is not known so far ahead', async () => {
    const full = obstacles('2028-01-01', taken('room', 'r', '2027-01-01', '00:00', 365 * 24 * 60));
    expect(await nearestAlternatives(template, wish, full)).toEqual([]);
    expect(await nearestAlternatives(template, wish, obstacles('2027-02-10'))).toEqual([]);
  });

  it('are none, and no error, where closing days leave nothing later', async () => {
    const closed = { ...obstacles('2028-01-01'), isClosed: (date: string) => date > '2027-02-16' };
    expect(await nearestAlternatives(template, { ...wish, from: '2027-02-10' }, closed)).toEqual([]);
  });
});
