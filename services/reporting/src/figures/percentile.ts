/** How often each value occurs; in any order. */
export type Histogram = readonly { readonly value: number; readonly count: number }[];

export const sizeOf = (histogram: Histogram): number => histogram.reduce((sum, { count }) => sum + count, 0);

/**
 * Nearest rank: the smallest value that at least `percent` per cent of the values do not exceed; null without values.
 * A value that occurred, so a whole number of days, the same on every machine. `percent` is above 0, at most 100.
 */
export function percentile(histogram: Histogram, percent: number): number | null {
  // whole numbers until the one division: 0.9 × n would miss ranks that n × 90 / 100 hits
  let left = Math.ceil((sizeOf(histogram) * percent) / 100);
  for (const { value, count } of [...histogram].sort((a, b) => a.value - b.value)) {
    left -= count;
    if (left <= 0 && count > 0) return value;
  }
  return null;
}
