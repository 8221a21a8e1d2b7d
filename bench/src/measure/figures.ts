/** The value below which the share (0 to 1) of the numbers lies, by the nearest rank; NaN of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Rounded to three figures, so that a table and its JSON do not pretend to more. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
