import { isHoliday } from '@helhed/kernel';
import Holidays from 'date-holidays';
import { addDays } from '../calendar/local-time.js';

it('holidays are those of another computation, and three days off, for a century', () => {
  const denmark = new Holidays('DK');
  for (let year = 1995; year < 2095; year++) {
    const expected = new Set(['06-05', '12-24', '12-31'].map((day) => `${year}-${day}`));
    for (const { type, date } of denmark.getHolidays(year)) if (type === 'public') expected.add(date.slice(0, 10));
    const found: string[] = [];
    for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1))
      if (isHoliday(day)) found.push(day);
    expect(found).toEqual([...expected].toSorted());
  }
});
