import { holdsOn } from './access-facts.js';
import { alma, b1, covering, jonas, maja } from './test/family-h.js';
import { faultsOf, isRevocable, lists } from './weigh-basis.js';

const day = '2026-10-05';
const faults = (changes: object, today = day) => faultsOf({ ...b1, ...changes }, maja, today);

describe('a recorded basis (docs/access.md 1.4, A-BAS-07, 08)', () => {
  it.each([
    ['statute', false],
    ['vital-interest', false],
    ['consent', true],
    ['single-exchange', true],
    ['a kind nobody knows yet', true],
  ])('of the kind %s can end before its stated end: %s', (kind, revocable) => {
    expect(isRevocable({ ...b1, kind })).toBe(revocable);
  });

  it('covers whom it lists and no one else, on days of the line', () => {
    const some = { ...b1, coverage: covering([maja, alma]) };
    expect([lists(some, maja), lists(some, jonas)]).toEqual([true, false]);
    const lines = [
      { personId: maja, state: 'withdrawn', from: '2026-01-01', to: day },
      { personId: jonas, state: 'withdrawn', from: '2026-01-01', to: null },
      { personId: maja, state: 'covered', from: day, to: '2026-10-06' },
    ];
    expect(faults({ coverage: lines })).toEqual([]);
    expect(faults({ coverage: lines }, '2026-10-04')).toEqual(['consent-withdrawn']);
    expect(faults({ coverage: lines }, '2026-10-06')).toEqual(['consent-incomplete']);
  });

  it.each([
    ['withdrawn', 'consent-withdrawn'],
    ['ended', 'basis-ended'],
    ['used-up', 'exchange-used-up'],
  ])('that was %s covers nobody: %s', (ended, reason) => {
    expect(faults({ ended })).toEqual([reason]);
  });

  it.each([
    ['2026-10-05', '2026-10-06', []],
    ['2026-10-01', null, []],
    ['2026-10-01', '2026-10-05', ['basis-expired']],
    ['2026-10-06', null, ['basis-not-yet-valid']],
  ])('from %s to %s has on the 5th the faults %j', (from, to, expected) => {
    expect(faults({ from, to })).toEqual(expected);
  });

  it('has all its faults, those of the giver among them', () => {
    expect(faults({ ended: 'ended', to: day, coverage: covering([maja], 'incomplete') })).toEqual([
      'basis-ended',
      'basis-expired',
      'consent-incomplete',
    ]);
    expect(faults({ ended: 'ended', coverage: covering([maja], 'withdrawn') })).toEqual([
      'consent-withdrawn',
      'basis-ended',
    ]);
  });
});

it.each([
  ['2026-10-05', null, true],
  ['2026-10-05', '2026-10-06', true],
  ['2026-10-06', null, false],
  ['2026-10-01', '2026-10-05', false],
])('a period from %s to %s holds on the 5th: %s', (from, to, holds) => expect(holdsOn({ from, to }, day)).toBe(holds));
