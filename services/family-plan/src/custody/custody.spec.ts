import { Custody } from './custody.js';

const ids = { familyId: 'family', childId: 'alma', holderId: 'maja' };
const members = ['maja', 'jonas', 'alma'];
const record = (changes: object = {}) =>
  Custody.record('0450', 'c1', { ...ids, from: '2026-09-20', ...changes }, members);

describe('custody', () => {
  it('is recorded from a day, without an end or with one', () => {
    expect(record()).toMatchObject({ ...ids, from: '2026-09-20', to: null, version: 1 });
    expect(record({ to: '2027-01-01' }).recorded()).toMatchObject({ custodyId: 'c1', to: '2027-01-01' });
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
    expect(custody.ended()).toBeUndefined();
    expect(custody.end('2026-10-05')).toEqual({ custodyId: 'c1', ...ids, from: '2026-09-20', to: '2026-10-05' });
    expect(custody.version).toBe(2);
    expect(() => custody.end('2026-10-06')).toThrow(expect.objectContaining({ problem: 'already-ended' }));
  });

  it('that was recorded with its end needs no word of it', () =>
    expect(record({ to: '2027-01-01' }).ended()).toBeUndefined());
});
