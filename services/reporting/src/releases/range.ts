/** Fewer than this is a small number; what is released is never known more closely than this many numbers in a row. */
export const mark = 5;

/** Whole numbers from one up to another, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Of a count: one of `0–4`, `5–9`, `10–14` … */
export function rangeOf(value: number, width = mark): Range {
  const from = Math.floor(value / width) * width;
  return { from, to: from + width - 1 };
}
