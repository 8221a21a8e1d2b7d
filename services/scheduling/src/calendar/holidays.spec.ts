import { isHoliday } from './holidays.js';

describe('Danish holidays', () => {
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
  ])('%s, %s, is one', (_, date) => expect(isHoliday(date)).toBe(true));

  it('Store Bededag, the fourth Friday after Easter, was one until 2023', () => {
    expect(isHoliday('2023-05-05')).toBe(true);
    for (const date of ['2024-04-26', '2025-05-16', '2026-05-01', '2027-04-23', '2030-05-17'])
      expect(isHoliday(date)).toBe(false);
  });

  it('an ordinary day is none', () => {
    for (const date of ['2026-05-10', '2026-02-16', '2026-11-24']) expect(isHoliday(date)).toBe(false);
  });
});
