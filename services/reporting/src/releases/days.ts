import { percentile } from '../figures/percentile.js';
import { mark, rangeOf, type Range } from './range.js';

const week = 7;

/**
 * A waiting time that is released: the week that it is in, where at least `mark` families waited as long or longer, and as
 * many as long or shorter. Whether it is released rests on the range of families that is, and tells no more of their number.
 */
export function daysReleased(days: readonly number[], percent: number): Range | null {
  const outside = rangeOf(days.length).from * Math.min(percent, 100 - percent);
  if (outside < mark * 100) return null;
  const histogram = days.map((value) => ({ value, count: 1 }));
  return rangeOf(percentile(histogram, percent) ?? 0, week);
}
