const millisecondsPerDay = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const isoDate = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const shift = (date: string, days: number): string => isoDate(utc(date) + days * millisecondsPerDay);

/** Easter Sunday of a year in the Gregorian calendar, as an ISO date (the anonymous algorithm; Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return isoDate(Date.UTC(year, month - 1, day));
}

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension Day, Whitsun, Whit Monday. */
const movable = [-3, -2, 0, 1, 39, 49, 50];
const greatPrayerDay = { daysFromEaster: 26, lastYear: 2023 };
const fixed = ['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'];
const byYear = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const days = year <= greatPrayerDay.lastYear ? [...movable, greatPrayerDay.daysFromEaster] : movable;
  const holidays = new Set([...days.map((each) => shift(easter, each)), ...fixed.map((each) => `${year}-${each}`)]);
  byYear.set(year, holidays);
  return holidays;
}

/**
 * Whether an ISO date is a Danish holiday: the public ones (Store Bededag was the last time one in 2023), and beside them
 * Constitution Day (5 June), Christmas Eve and New Year's Eve, which are no public holidays but days off in the municipal
 * agreements: nobody is there to meet a family or to keep a deadline.
 */
export const isHoliday = (date: string): boolean => holidaysOf(Number(date.slice(0, 4))).has(date);

/** Whether an ISO date is a Danish working day: Monday to Friday, and no holiday in the sense of `isHoliday`. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(utc(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date);
}

/**
 * The ISO date that lies so many working days after another, which itself does not count and may be any day.
 * @param days a whole number, 0 or more: 0 is the date itself, working day or not
 * @throws RangeError for any other number
 */
export function addWorkingDays(date: string, days: number): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days are counted forward, in whole days');
  let day = date;
  for (let left = days; left > 0;) {
    day = shift(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
