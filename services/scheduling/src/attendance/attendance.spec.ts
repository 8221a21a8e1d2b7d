import { change } from '@helhed/database';
import { Attendance, type Expected, type Mark } from './attendance.js';

const [anna, bo] = ['anna', 'bo'];
const expected: Expected = {
  session: {
    kind: 'session',
    date: '2026-10-01',
    startsAt: new Date('2026-10-01T14:00:00Z'),
    cancelledAt: null,
  },
  rules: { reasons: [{ code: 'illness', text: { da: 'sygdom', en: 'illness' } }], settledAfterDays: 28 },
  persons: [anna, bo],
};
const of = {
  municipality: '0450',
  id: 'sheet',
  sessionId: 'session',
  groupId: 'group',
  familyId: 'family',
  programme: 'nyborg-familiestue',
  unit: 'familiestuen',
};
const came = (person: string): Mark => ({ person, present: true, reason: null });
const away = (person: string, reason: string | null = 'illness'): Mark => ({ person, present: false, reason });
const at = (now: string) => ({ now: new Date(now), today: now.slice(0, 10) });
const during = at('2026-10-01T15:00:00Z');

describe('a family’s attendance at a session', () => {
  it('is who came and who did not, with the reason', () => {
    expect(Attendance.record(of, [came(anna), away(bo)], expected, during)).toMatchObject({
      ...of,
      recordedOn: '2026-10-01',
      version: 1,
    });
  });

  it('may be told of beforehand by who stays away, and by nobody who comes', () => {
    const before = at('2026-09-30T08:00:00Z');
    expect(Attendance.record(of, [away(bo)], expected, before).recordedOn).toBe('2026-09-30');
    expect(() => Attendance.record(of, [away(bo), came(anna)], expected, before)).toThrow(
      expect.objectContaining({ problem: 'session-not-begun' }),
    );
  });

  it('can be corrected until it is settled, as many days after the session as the definition says', () => {
    const attendance = Attendance.record(of, [came(anna)], expected, during);
    attendance.correct([away(anna)], expected, at('2026-10-29T23:00:00Z'));
    expect(attendance).toMatchObject({ recordedOn: '2026-10-29', version: 2 });
    const late = at('2026-10-30T00:00:00Z');
    for (const note of [
      () => attendance.correct([came(anna)], expected, late),
      () => Attendance.record(of, [came(anna)], expected, late),
    ])
      expect(note).toThrow(expect.objectContaining({ kind: 'conflict', problem: 'attendance-settled' }));
    expect(attendance.version).toBe(2);
  });

  it('is none of a session that is off', () => {
    const session = change({ ...expected.session }, { cancelledAt: new Date('2026-09-20T08:00:00Z') });
    expect(() => Attendance.record(of, [away(bo)], { ...expected, session }, during)).toThrow(
      expect.objectContaining({ problem: 'session-cancelled' }),
    );
  });

  it.each<[string, Mark, string, string]>([
    ['who does not come to it', came('carl'), 'marks.1.person', 'not-expected'],
    ['away without a reason', away(bo, null), 'marks.1.reason', 'unknown'],
    ['away for a reason that is not the definition’s', away(bo, 'weather'), 'marks.1.reason', 'unknown'],
    ['there, and with a reason for being away', { ...came(bo), reason: 'illness' }, 'marks.1.reason', 'not-away'],
  ])('is refused of somebody %s, naming the mark', (_, mark, field, rule) => {
    expect(() => Attendance.record(of, [came(anna), mark], expected, during)).toThrow(
      expect.objectContaining({
        problem: 'attendance-invalid',
        fields: [expect.objectContaining({ field, rule })],
      }),
    );
  });
});
