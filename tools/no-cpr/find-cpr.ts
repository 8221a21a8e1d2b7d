const shape = /(?<![\w.+/=])(\d{2})(\d{2})(\d{2})[- ]?(\d{4})(?![\w+/=])/g;

/**
 * CPR-shaped numbers with a real date in a text, as `[line, number]`. The checksum is not looked at: since 2007 a valid
 * number need not pass modulus 11. Replacement numbers (day of birth + 60) are the fake series and have no real date.
 */
export function findCpr(text: string): [line: number, found: string][] {
  return text.split('\n').flatMap((line, index) => {
    const matches = [...line.matchAll(shape)].filter(([, day, month, year]) => isDate(day, month, year));
    return matches.map(([found]): [number, string] => [index + 1, found]);
  });
}

/** In any century: 290200 was a day in 2000, though not in 1900. */
function isDate(day?: string, month?: string, year?: string): boolean {
  return ['18', '19', '20'].some((century) => {
    const date = new Date(`${century}${year}-${month}-${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  });
}
