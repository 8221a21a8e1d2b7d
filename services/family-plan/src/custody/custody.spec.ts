import { Custody } from './custody.js';

const ids = { familyId: 'family', childId: 'alma', holderId: 'maja' };
const members = ['maja', 'jonas', 'alma'];
const today = '2026-10-05';
const record = (changes: object = {}) =>
  Custody.record('0450', 'c1', { ...ids, from: '2026-09-20', ...changes }, members);

describe('custody', () => {
  it('is recorded from a day, without an end or with one', () => {
    expect(record()).toMatchObject({ ...ids, from: '2026-09-20', to: null, version: 1 });
    expect(record({ to: '2027-01-01' }).recorded(today)).toMatchObject({ custodyId: 'c1', to: '2027-01-01' });
  });

  it.each<[string, string, object]>([
    ['childId', 'not-in-family', { childId: 'somebody' }],
    ['holderId', 'not-in-family', { holderId: 'somebody' }],
    ['holderId', 'same-person', { holderId: 'alma' }],
    ['to', 'not-after-start', { to: '2026-09-20' }],
  ])('names %s when it breaks the rule %s', (field, rule, changes) =>
    expect(() => record(changes)).toThrow(
      expect.objectContaining({ problem: 'custody-incomplete', fields: [expect.objectContaining({ field, rule })] }),
    ),
  );

  it('ends on a day, and says so', () => {
    const custody = record();
    expect(custody.ended(today)).toBeUndefined();
    expect(custody.end('2026-10-05', today)).toEqual({ custodyId: 'c1', ...ids, from: '2026-09-20', to: '2026-10-05' });
    expect(custody.version).toBe(2);
    expect(() => custody.end('2026-10-06', today)).toThrow(expect.objectContaining({ problem: 'already-ended' }));
  });

  it('that was recorded with its end needs no word of it', () =>
    expect(record({ to: '2027-01-01' }).ended(today)).toBeUndefined());

  it.each([
    ['is open while the child’s majority is far off', '2026-11-05', null],
    ['ends at the child’s majority once that is near', '2026-11-04', '2026-11-04'],
    ['is told to end at it on the day', '2026-10-05', '2026-10-05'],
    ['is over after it, and nobody is told since when', '2024-03-01', '2026-10-05'],
  ])('%s', (_, ofAgeOn, to) => {
    expect(record({ ofAgeOn }).recorded(today).to).toBe(to);
    const ending = record({ ofAgeOn });
    expect(ending.end('2026-11-20', today).to).toBe(to ?? '2026-11-20');
    expect(record({ ofAgeOn, to: '2026-09-30' }).recorded(today).to).toBe('2026-09-30');
  });
});
