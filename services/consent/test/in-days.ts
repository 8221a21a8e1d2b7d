import { localDate } from '@helhed/kernel';

const noon = () => Date.parse(`${localDate(new Date())}T12:00:00Z`);

/** The day that is so many from today where the services are: just past midnight it is another than UTC's. */
export const inDays = (days: number): string => localDate(new Date(noon() + days * 86_400_000));

/** Milliseconds until noon of that day: whatever hour the clocks change by, it is that day. */
export const daysAhead = (days: number): number => (days === 0 ? 0 : noon() + days * 86_400_000 - Date.now());
