import { programmeDefinition, weekdays, type SeriesTemplate } from '@helhed/contracts';
import { getDefinition } from '@helhed/programmes';
import { addDays, toInterval } from '../calendar/local-time.js';
import { isHoliday } from '@helhed/kernel';
import { nearestAlternatives } from './alternatives.js';
import { BusyTimes } from './clashes.js';
import type { SessionKind } from './series.js';

/** The largest that a definition may ask for. */
const slot = { minutes: 180, weekdays: [...weekdays], start: { earliest: '08:00', latest: '16:00' } };
const largest: SeriesTemplate = {
  sessions: { count: 60, everyWeeks: 8, ...slot },
  themeEvenings: { afterSessions: [1, 7, 13, 19, 25, 31, 37, 43, 49, 60], ...slot },
};
const wish = { from: '2027-02-01', weekday: 'monday', startTime: '12:00' } as const;
const room = { kind: 'room', id: 'r', as: 'room' } as const;
const year = 366;
const full = new BusyTimes(
  Array.from({ length: 12 * year * 4 }, (_, index) => ({
    ...room,
    ...toInterval({ date: addDays('2027-01-01', Math.floor(index / 4)), startTime: '00:00', minutes: 24 * 60 }),
  })),
);

/** How often the calendar is asked where the last evening of a placement is found nowhere: it is tried as a whole. */
const ofOnePlacement = 14_400;

/** How often the calendar was asked: the most between two turns of others, and in all. A clock would judge the machine. */
async function counted(work: (asked: () => void) => Promise<unknown>): Promise<{ longest: number; whole: number }> {
  let [longest, sinceTurn, whole, running] = [0, 0, 0, true];
  const turn = () => {
    sinceTurn = 0;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await work(() => {
    whole++;
    longest = Math.max(longest, ++sinceTurn);
  });
  running = false;
  return { longest, whole };
}

describe('the search for alternatives to the largest course', () => {
  const search = (isTaken: (kind: SessionKind, time: Parameters<BusyTimes['isTaken']>[1]) => boolean) =>
    nearestAlternatives(largest, wish, { isClosed: isHoliday, isTaken, knownUntil: new Date('2039-01-01') });

  it.each([
    ['a room that is never free', () => true],
    ['a room that is never free in the evening', (kind: SessionKind) => kind === 'theme-evening'],
  ])('in %s ends soon and lets others have their turn', async (_, isFull) => {
    const rooms = full.of([room]);
    const { longest, whole } = await counted(async (asked) =>
      expect(await search((kind, time) => (asked(), isFull(kind) && rooms.isTaken(time)))).toEqual([]),
    );
    expect(longest).toBeLessThanOrEqual(ofOnePlacement);
    expect(whole).toBeLessThan(15 * ofOnePlacement);
  });

  it('is of the largest course that a definition may have', () => {
    const definition = getDefinition('nyborg-familiestue');
    const accepts = (series: SeriesTemplate) =>
      programmeDefinition.safeParse({ ...definition, group: { ...definition.group!, series } }).success;
    const { sessions, themeEvenings } = largest;
    expect(accepts(largest)).toBe(true);
    expect(accepts({ ...largest, sessions: { ...sessions, count: 61 } })).toBe(false);
    expect(accepts({ sessions: { ...sessions, start: { earliest: '07:59', latest: '16:00' } } })).toBe(false);
    const evenings = { ...themeEvenings!, afterSessions: [...themeEvenings!.afterSessions.slice(0, 9), 50, 60] };
    expect(accepts({ sessions, themeEvenings: evenings })).toBe(false);
  });
});
