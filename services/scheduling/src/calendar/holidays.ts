import Holidays from 'date-holidays';

const denmark = new Holidays('DK');
const byYear = new Map<number, ReadonlySet<string>>();

/**
 * Days on which no group meets: the Danish public holidays (Store Bededag was the last time one in 2023), and
 * Constitution Day, Christmas Eve and New Year's Eve, which the municipal agreements treat as days off.
 */
export function isHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  let dates = byYear.get(year);
  if (!dates) byYear.set(year, (dates = holidaysOf(year)));
  return dates.has(date);
}

function holidaysOf(year: number): ReadonlySet<string> {
  const publicHolidays = denmark.getHolidays(year).filter((holiday) => holiday.type === 'public');
  return new Set([
    ...publicHolidays.map((holiday) => holiday.date.slice(0, 10)),
    `${year}-06-05`,
    `${year}-12-24`,
    `${year}-12-31`,
  ]);
}
