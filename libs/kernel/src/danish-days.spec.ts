import { addWorkingDays, isHoliday, isWorkingDay } from './danish-days.js';

describe('a Danish holiday', () => {
  it.each([
    ['New Year', '2026-01-01'],
    ['Maundy Thursday', '2026-04-02'],
    ['Good Friday', '2026-04-03'],
    ['Easter Monday', '2026-04-06'],
    ['Ascension Day', '2026-05-14'],
    ['Whit Monday', '2026-05-25'],
    ['Constitution Day', '2026-06-05'],
    ['Christmas Eve', '2026-12-24'],
    ['Christmas Day', '2026-12-25'],
    ['Boxing Day', '2026-12-26'],
    ["New Year's Eve", '2026-12-31'],
  ])('is %s, %s', (_, date) => expect(isHoliday(date)).toBe(true));

  it.each([
    ['the earliest of its century', '2008-03-23'],
    ['the latest', '2038-04-25'],
    ['a leap year’s', '2024-03-31'],
    ['2000’s', '2000-04-23'],
    ['2049’s, where the plain rule is a week off', '2049-04-18'],
  ])('follows Easter: %s, %s', (_, easter) => {
    const at = (days: number) => new Date(Date.parse(easter) + days * 86_400_000).toISOString().slice(0, 10);
    for (const days of [-3, -2, 0, 1, 39, 49, 50]) expect([days, isHoliday(at(days))]).toEqual([days, true]);
    for (const days of [-7, -4, 2, 38, 40, 51]) expect([days, isHoliday(at(days))]).toEqual([days, false]);
  });

  it('was Store Bededag until 2023', () => {
    expect(isHoliday('2023-05-05')).toBe(true);
    for (const date of ['2024-04-26', '2025-05-16', '2026-05-01', '2027-04-23', '2030-05-17'])
      expect(isHoliday(date)).toBe(false);
  });
});

describe('working days', () => {
  it('are no weekends and no holidays', () => {
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-06-05', '2026-12-24', '2026-12-28'];
    expect(days.map((day) => isWorkingDay(day))).toEqual([true, false, false, true, false, false, true]);
  });

  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-04-01', 1, '2026-04-07'],
    ['2026-12-23', 4, '2027-01-04'],
    ['2023-05-04', 1, '2023-05-08'],
    ['2026-01-02', 250, '2026-12-30'],
  ])('%s and %i of them is %s', (date, days, end) => expect(addWorkingDays(date, days)).toBe(end));

  it('are whole and forward', () => {
    for (const days of [-1, 1.5, Number.NaN]) expect(() => addWorkingDays('2026-11-20', days)).toThrow(RangeError);
  });
});
