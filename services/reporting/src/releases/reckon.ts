import { keyOf, type Bound, type Cell } from './known-bounds.js';
import type { Range } from './range.js';

export type Ranges = ReadonlyMap<string, Range>;

const anything: Range = { from: 0, to: Infinity };

/**
 * How closely each number can be known: from what was released, each bound is used until none says any more.
 * @returns undefined where no numbers fit together
 */
export function reckon(released: Ranges, bounds: readonly Bound[]): Ranges | undefined {
  const known = new Map(released);
  const range = (cell: Cell): Range => known.get(keyOf(cell)) ?? anything;
  const sum = (cells: readonly Cell[], end: keyof Range, but: Cell): number =>
    cells.reduce((total, cell) => (cell === but ? total : total + range(cell)[end]), 0);
  let changed = true;
  const narrow = (cell: Cell, by: Partial<Range>): boolean => {
    const before = range(cell);
    const after = { from: Math.max(before.from, by.from ?? 0), to: Math.min(before.to, by.to ?? Infinity) };
    known.set(keyOf(cell), after);
    changed ||= after.from > before.from || after.to < before.to;
    return after.from <= after.to;
  };
  while (changed) {
    changed = false;
    for (const { less, more } of bounds) {
      for (const cell of less)
        if (!narrow(cell, { to: sum(more, 'to', cell) - sum(less, 'from', cell) })) return undefined;
      for (const cell of more)
        if (!narrow(cell, { from: sum(less, 'from', cell) - sum(more, 'to', cell) })) return undefined;
    }
  }
  return known;
}
