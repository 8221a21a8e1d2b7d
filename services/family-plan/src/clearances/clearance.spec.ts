import { Clearance } from './clearance.js';

const wish = { familyId: 'family', sub: 'gitte', unit: 'familiestuen', function: 'group-leader' };
const give = (from: string, to: string) => Clearance.give('0450', 'c1', { ...wish, from, to }, 90);

describe('a clearance', () => {
  it('lasts as long as the ground rules let it, and not a day longer', () => {
    expect(give('2026-10-05', '2027-01-03').given()).toMatchObject({ clearanceId: 'c1', to: '2027-01-03' });
    const longer = () => give('2026-10-05', '2027-01-04');
    expect(longer).toThrow(expect.objectContaining({ problem: 'period-too-long', kind: 'rule' }));
  });

  it('has at least one day', () =>
    expect(() => give('2026-10-05', '2026-10-05')).toThrow(
      expect.objectContaining({ problem: 'clearance-incomplete' }),
    ));

  it('ends before its time, never after it', () => {
    const clearance = give('2026-10-05', '2026-12-05');
    expect(() => clearance.end('2026-12-05')).toThrow(expect.objectContaining({ problem: 'already-ended' }));
    expect(clearance.ended()).toBeUndefined();
    expect(clearance.end('2026-10-20')).toEqual({ clearanceId: 'c1', familyId: 'family', to: '2026-10-20' });
  });
});
