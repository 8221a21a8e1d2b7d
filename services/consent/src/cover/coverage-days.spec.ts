import { ownVoiceAges, ruleDays, ruleOn, versionOn, type PurposesOfVersion } from './consent-rule.js';
import { addDays, addMonths, dayOf, isLeap } from './dates.js';
import { takesAway, takesAwayOn } from './takes-away.js';

describe('the version of a programme in force (docs/access.md, A-CFG-01, 02)', () => {
  const rule = (validFrom: string, age?: number) => ({
    validFrom,
    consentOf: 'own' as const,
    ...(age && { ownVoice: { age, mode: 'also' as const } }),
  });
  const rules = [rule('2026-01-01', 15), rule('2026-06-01', 12)];
  const first: PurposesOfVersion = { version: 1, validFrom: '2026-01-01', purposes: { cooperation: { rules } } };
  const second: PurposesOfVersion = { version: 2, validFrom: '2026-09-01' };
  const third: PurposesOfVersion = { version: 3, validFrom: '2026-09-01', purposes: { cooperation: {} } };

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 1],
    ['2026-08-31', 1],
    ['2026-09-01', 3],
  ])('on %s is the highest that is valid by then: %s', (day, version) => {
    for (const all of [
      [first, second, third],
      [third, second, first],
    ])
      expect(versionOn(all, day)?.version).toBe(version);
  });

  it('says the rule of a purpose: the last that is valid by the day, or none', () => {
    const on = (day: string, purpose = 'cooperation') => ruleOn([first, second], purpose, day)?.validFrom;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-05-31')]).toEqual([undefined, '2026-01-01', '2026-01-01']);
    expect([on('2026-06-01'), on('2026-09-01'), on('2026-06-01', 'course')]).toEqual([
      '2026-06-01',
      undefined,
      undefined,
    ]);
    expect(ruleOn([third], 'cooperation', '2026-09-01')).toBeUndefined();
  });

  it('may change on the first days of versions and of their rules', () => {
    expect(ruleDays([first, second, third], 'cooperation')).toEqual([
      '2026-01-01',
      '2026-01-01',
      '2026-06-01',
      '2026-09-01',
      '2026-09-01',
    ]);
    expect(ruleDays([first], 'course')).toEqual(['2026-01-01']);
  });

  it('names ages of an own voice', () => {
    expect(ownVoiceAges([first, second, third])).toEqual([15, 12]);
    const none = { ...first, purposes: { cooperation: { rules: [rule('2026-01-01')] } } };
    expect(ownVoiceAges([none])).toEqual([]);
  });
});

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-10-25', 7, '2026-11-01'],
  ])('%s and %d days are %s', (day, days, later) => expect(addDays(day, days)).toBe(later));

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-10-05', 12, '2027-10-05'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %d months are %s', (day, months, later) => expect(addMonths(day, months)).toBe(later));

  it.each([
    [2026, false],
    [2028, true],
    [2000, true],
    [2100, false],
  ])('%d is a leap year: %s', (year, leap) => {
    expect(isLeap(year)).toBe(leap);
    expect(dayOf('02-29', year)).toBe(`${year}-${leap ? '02-29' : '03-01'}`);
    expect(dayOf('02-28', year)).toBe(`${year}-02-28`);
  });

  it('of early years are written in four digits', () => expect(dayOf('05-01', 987)).toBe('0987-05-01'));
});

describe('a change takes access away', () => {
  const covered = (from: string, to: string | null, personId = 'alma') =>
    ({ personId, state: 'covered', from, to }) as const;
  const standing = (...coverage: ReturnType<typeof covered>[]) => ({
    coverage,
    validFrom: '2026-01-01',
    validTo: null as string | null,
    ended: null as string | null,
  });
  const year = standing(covered('2026-01-01', null));
  const today = '2026-10-05';

  it.each<[string, ReturnType<typeof standing>, boolean]>([
    ['the same', year, false],
    ['ended', { ...year, ended: 'ended' }, true],
    ['shortened', { ...year, validTo: '2027-01-01' }, true],
    ['of another person', standing(covered('2026-01-01', null, 'bo')), true],
    ['with a gap on a day to come', standing(covered('2026-01-01', '2026-11-01'), covered('2026-11-02', null)), true],
    ['in two that meet', standing(covered('2026-01-01', '2026-11-01'), covered('2026-11-01', null)), false],
    ['with a gap that is over', standing(covered('2026-01-01', '2026-02-01'), covered(today, null)), false],
    ['from tomorrow on', standing(covered('2026-10-06', null)), true],
    ['until a day', standing(covered('2026-01-01', '2030-01-01')), true],
  ])('by being %s: %s', (_what, after, takes) => expect(takesAway(year, after, today)).toBe(takes));

  it('not where nobody was covered: it was over, not begun or ended, or covers nobody', () => {
    const none = standing();
    expect(takesAway({ ...year, ended: 'withdrawn' }, none, today)).toBe(false);
    expect(takesAway({ ...year, validTo: today }, none, today)).toBe(false);
    expect(takesAway({ ...year, validTo: '2026-10-06' }, none, today)).toBe(true);
    expect(takesAway({ ...year, validFrom: '2026-12-01', validTo: '2026-12-01' }, none, today)).toBe(false);
    const incomplete = { personId: 'alma', state: 'incomplete', from: '2026-01-01', to: null } as const;
    expect(takesAway({ ...year, coverage: [incomplete] }, none, today)).toBe(false);
  });

  it('on one day, whatever becomes of the days around it', () => {
    const until = { ...year, validTo: '2026-10-06' };
    expect(takesAwayOn(today, year, until)).toBe(false);
    expect(takesAwayOn('2026-10-06', year, until)).toBe(true);
    expect(takesAwayOn('2026-10-06', until, standing())).toBe(false);
    expect(takesAwayOn(today, until, standing())).toBe(true);
  });
});
