import { mark, rangeOf, type Range } from './range.js';

const week = 7;

/**
 * A waiting time that is released: the week that it is in, where at least `mark` families waited as long or longer, and as
 * many as long or shorter. It rests on the range of places that is released, and tells no more of their number.
 */
export function daysReleased(days: number | null, percent: number, places: Range | null): Range | null {
  const outside = (places?.from ?? 0) * Math.min(percent, 100 - percent);
  return days !== null && outside >= mark * 100 ? rangeOf(days, week) : null;
}
