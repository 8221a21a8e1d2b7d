import { getGroundRules, valueOn } from '@helhed/programmes';
import { daysAfter } from '../families/days-after.js';

const noticeOn = (today: string): number => valueOn(getGroundRules().ages.tellDays, today);

/** Whether a day that follows from a birth date is told of: it is near, or gone by. */
export const isToBeTold = (day: string, today: string): boolean => day <= daysAfter(today, noticeOn(today));

/** From when on a day that is far off is told of. */
export const tellOn = (day: string, today: string): string => daysAfter(day, -noticeOn(today));
