import type { CoverPeriod } from './coverage.js';
import { coverOn, tellAgainOn, toldOn } from './told-coverage.js';

const period = (state: CoverPeriod['state'], from: string, to: string | null, personId = 'alma'): CoverPeriod => ({
  personId,
  state,
  from,
  to,
});
const all = [
  period('covered', '2026-01-01', '2026-10-05'),
  period('incomplete', '2026-10-05', '2026-11-04'),
  period('covered', '2026-11-04', '2026-11-05'),
  period('withdrawn', '2026-11-05', null),
];

describe('what others are told of whom a basis covers, thirty days ahead', () => {
  it('is how it is today as if it had always been so, and each day of notice, the last of them open', () => {
    expect(toldOn(all, '2026-10-05')).toEqual([
      period('incomplete', '2026-01-01', '2026-11-04'),
      period('covered', '2026-11-04', null),
    ]);
    expect(toldOn(all, '2026-10-04')).toEqual([
      period('covered', '2026-01-01', '2026-10-05'),
      period('incomplete', '2026-10-05', null),
    ]);
    expect(toldOn(all, '2026-12-01')).toEqual([period('withdrawn', '2026-01-01', null)]);
  });

  it('of what begins later still is how it begins', () => {
    expect(toldOn(all, '2025-06-01')).toEqual([period('covered', '2026-01-01', null)]);
  });

  it('is of each person apart', () => {
    const bo = period('covered', '2026-03-01', null, 'bo');
    expect(toldOn([...all, bo], '2026-12-01')).toEqual([period('withdrawn', '2026-01-01', null), bo]);
    expect(toldOn([], '2026-12-01')).toEqual([]);
  });

  it.each([
    ['2026-10-04', '2026-10-05'],
    ['2026-10-05', '2026-10-06'],
    ['2026-10-06', null],
    ['2025-06-01', '2026-09-05'],
  ])('is told again, after %s, on %s', (today, again) => expect(tellAgainOn(all, today, null)).toBe(again));

  it('is told again first for whom it is due first, and for nothing from the day on which the basis is over', () => {
    const bo = [period('covered', '2026-01-01', '2026-12-01', 'bo'), period('incomplete', '2026-12-01', null, 'bo')];
    expect(tellAgainOn([...bo, ...all], '2026-10-04', null)).toBe('2026-10-05');
    expect(tellAgainOn([...bo, ...all], '2026-10-06', null)).toBe('2026-11-01');
    expect(tellAgainOn(bo, '2026-10-06', '2026-12-01')).toBeNull();
    expect(tellAgainOn(bo, '2026-10-06', '2026-12-02')).toBe('2026-11-01');
  });
});

it('on one day each person is covered in one way; before the first that is known, as on that one', () => {
  const bo = period('covered', '2026-03-01', null, 'bo');
  expect(coverOn([...all, bo], '2026-10-05')).toEqual([all[1], bo]);
  expect(coverOn([...all, bo], '2025-01-01')).toEqual([all[0], bo]);
  expect(coverOn([...all, bo], '2026-11-05')).toEqual([all[3], bo]);
});
