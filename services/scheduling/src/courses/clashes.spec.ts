import { toInterval } from '../calendar/local-time.js';
import { nearestAlternatives } from './alternatives.js';
import { BusyTimes, type BusyTime, type Needs } from './clashes.js';
import { placeSeries, type Placement, type SeriesTemplate } from './series.js';

const template: SeriesTemplate = {
  sessions: 3,
  minutes: 180,
  themeEvenings: [{ afterSession: 1, weekday: 4, startTime: '19:00', minutes: 120 }],
};
const wish: Placement = { from: '2027-02-01', weekday: 2, startTime: '16:00' };
const open = () => false;
const plan = placeSeries(template, wish, open);
const room = { kind: 'room', id: 'r', as: 'room' } as const;
const household = { kind: 'household', id: 'h', as: 'family' } as const;
const needs: Needs = { session: [room, household], 'theme-evening': [room] };
const taken = (kind: BusyTime['kind'], id: string, date: string, startTime: string, minutes: number): BusyTime => ({
  kind,
  id,
  ...toInterval({ date, startTime, minutes }),
});
const calendar = (...busy: BusyTime[]) => ({ busy: new BusyTimes(busy), knownUntil: new Date('2028-01-01') });

describe('clashes of a course', () => {
  it('names each session and what is taken', () => {
    const { busy } = calendar(taken('room', 'r', '2027-02-09', '18:59', 30), taken('household', 'h', '2027-02-16', '12:00', 300));
    expect(busy.clashesOf(plan, needs).map(({ session, need }) => [session.date, need.as])).toEqual([
      ['2027-02-09', 'room'],
      ['2027-02-16', 'family'],
    ]);
    expect(busy.leaveRoomFor(plan, needs)).toBe(false);
  });

  it('are none with what ends as the session begins, with other rooms, or with a household on a parents evening', () => {
    const { busy } = calendar(
      taken('room', 'r', '2027-02-09', '13:00', 180),
      taken('room', 'other', '2027-02-09', '16:00', 180),
      taken('person', 'r', '2027-02-09', '16:00', 180),
      taken('household', 'h', '2027-02-04', '19:00', 120),
    );
    expect(busy.clashesOf(plan, needs)).toEqual([]);
    expect(busy.leaveRoomFor(plan, needs)).toBe(true);
  });
});

describe('nearest alternatives', () => {
  it('fit, differ from the wish, and the nearest comes first', () => {
    const full = calendar(taken('room', 'r', '2027-02-02', '16:00', 60));
    const found = nearestAlternatives(wish, template, open, full, needs);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ weekday: 1, startTime: '16:00', firstDate: '2027-02-01' });
    for (const each of found) expect(full.busy.leaveRoomFor(placeSeries(template, each, open), needs)).toBe(true);
  });

  it('turn to a later start when the wished weeks are full', () => {
    const full = calendar(taken('room', 'r', '2027-02-01', '00:00', 28 * 24 * 60));
    const [first] = nearestAlternatives(wish, template, open, full, needs);
    expect(first).toMatchObject({ weekday: 2, firstDate: '2027-03-02' });
  });

  it('are none when nothing fits or the calendar is not known so far ahead', () => {
    const full = calendar(taken('room', 'r', '2027-01-01', '00:00', 365 * 24 * 60));
    expect(nearestAlternatives(wish, template, open, full, needs)).toEqual([]);
    expect(nearestAlternatives(wish, template, open, { ...calendar(), knownUntil: new Date('2027-02-10') }, needs)).toEqual([]);
  });
});
