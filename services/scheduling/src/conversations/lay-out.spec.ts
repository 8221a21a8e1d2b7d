import { weekdays } from '@helhed/contracts';
import fc from 'fast-check';
import { addDays, overlaps, toInterval, type Interval } from '../calendar/local-time.js';
import { allows, weekdayName } from '../courses/slots.js';
import { layOut, type Around, type ConversationTemplate } from './lay-out.js';

const session = (date: string) => ({ date, ...toInterval({ date, startTime: '16:00', minutes: 180 }) });
const sessions = ['2026-10-01', '2026-10-08', '2026-10-22'].map(session);
const template = (code: string, afterSession: number): ConversationTemplate => ({
  code,
  when: { afterSession, minutes: 45, weekdays: ['monday', 'thursday'], start: { earliest: '09:00', latest: '10:00' } },
});
const open: Around = { sessions, course: sessions, isClosed: () => false, isTaken: () => false };
const shown = (planned: readonly { conversation: string; familyId: string; date: string; startTime: string }[]) =>
  planned.map(({ conversation, familyId, date, startTime }) => `${conversation} ${familyId} ${date} ${startTime}`);

describe('conversations around a course', () => {
  it('are after their session and before the next, one family at a time', () => {
    const { planned, left } = layOut([template('start', 1), template('midway', 2)], ['a', 'b', 'c'], open);
    expect(shown(planned)).toEqual([
      'start a 2026-10-05 09:00',
      'start b 2026-10-05 10:00',
      'start c 2026-10-08 09:00',
      'midway a 2026-10-12 09:00',
      'midway b 2026-10-12 10:00',
      'midway c 2026-10-15 09:00',
    ]);
    expect(left).toEqual([]);
  });

  it('give a time to the first family that is free then', () => {
    const isTaken = (family: string, { startsAt }: Interval) =>
      family === 'a' &&
      startsAt.getTime() === toInterval({ date: '2026-10-05', startTime: '09:00', minutes: 45 }).startsAt.getTime();
    expect(shown(layOut([template('start', 1)], ['a', 'b'], { ...open, isTaken }).planned)).toEqual([
      'start b 2026-10-05 09:00',
      'start a 2026-10-05 10:00',
    ]);
  });

  it('that find no time before the next session are left, at the first that there would be', () => {
    const families = ['a', 'b', 'c', 'd', 'e'];
    const { planned, left } = layOut([template('start', 1)], families, open);
    expect(planned.map(({ familyId }) => familyId)).toEqual(['a', 'b', 'c', 'd']);
    expect(shown(left)).toEqual(['start e 2026-10-05 09:00']);
  });

  it('wait for the next session where all days before it are closed', () => {
    const isClosed = (date: string) => date < '2026-10-12';
    expect(shown(layOut([template('start', 1)], ['a'], { ...open, isClosed }).planned)).toEqual([
      'start a 2026-10-12 09:00',
    ]);
  });

  it('after the last session are within four weeks of it, and nowhere where all is closed', () => {
    const [found] = layOut([template('evaluation', 3)], ['a'], open).planned;
    expect(found!.date).toBe('2026-10-26');
    const isClosed = () => true;
    expect(layOut([template('evaluation', 3)], ['a'], { ...open, isClosed })).toEqual({ planned: [], left: [] });
  });

  it('of a family that comes late are in the first free time to come, in their place or after', () => {
    const from = new Date('2026-10-09T00:00:00Z');
    const isTaken = (_: string, { startsAt }: Interval) => startsAt < new Date('2026-10-23T00:00:00Z');
    const late = { ...open, course: [], isTaken };
    const { planned } = layOut([template('start', 1), template('evaluation', 3)], ['a'], late, { from, later: true });
    expect(shown(planned)).toEqual(['start a 2026-10-26 09:00', 'evaluation a 2026-10-26 10:00']);
  });

  it('never overlap each other or the course, and keep to the template and the open days', () => {
    const family = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const when = fc.record({ after: fc.integer({ min: 1, max: 3 }), minutes: fc.integer({ min: 15, max: 120 }) });
    const closed = fc.array(fc.integer({ min: 0, max: 50 }).map((days) => addDays('2026-10-01', days)));
    fc.assert(
      fc.property(
        fc.array(when, { maxLength: 4 }),
        fc.uniqueArray(family),
        closed,
        fc.subarray([...weekdays], { minLength: 1 }),
        (whens, families, closedDays, days) => {
          const templates = whens.map(({ after, minutes }, index) => ({
            code: `c${index}`,
            when: { afterSession: after, minutes, weekdays: days, start: { earliest: '09:00', latest: '12:00' } },
          }));
          const isClosed = (date: string) => closedDays.includes(date);
          const { planned, left } = layOut(templates, families, { ...open, isClosed });
          const all = [...planned, ...sessions];
          for (const [index, one] of all.entries())
            for (const other of all.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
          for (const { conversation, date, startTime } of planned) {
            const slot = templates.find(({ code }) => code === conversation)!.when;
            expect(allows(slot, weekdayName(date), startTime)).toBe(true);
            expect(isClosed(date)).toBe(false);
          }
          const named = [...planned, ...left].map(({ conversation, familyId }) => `${conversation} ${familyId}`);
          expect(new Set(named).size).toBe(named.length);
        },
      ),
    );
  });
});
