const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const iso = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The ISO date so many days later. */
export function addDays(date: string, days: number): string {
  const day = utc(date);
  day.setUTCDate(day.getUTCDate() + days);
  return iso(day);
}

/** The ISO date so many months later; where that month has no such day, its last. */
export function addMonths(date: string, months: number): string {
  const day = utc(date);
  const number = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + months + 1, 0);
  day.setUTCDate(Math.min(number, day.getUTCDate()));
  return iso(day);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The birthday, in a year: who was born on 29 February has it on 1 March where there is no such day. */
export function dayOf(monthAndDay: string, year: number): string {
  const day = monthAndDay === '02-29' && !isLeap(year) ? '03-01' : monthAndDay;
  return `${String(year).padStart(4, '0')}-${day}`;
}

export { isLeap };
