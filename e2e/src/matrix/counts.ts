import type { Outcome } from './run.js';

/** The matrix in numbers: by rule that decided, and in all. */
export function countsOf(outcomes: readonly Outcome[]): string {
  const rules = new Map<string, { cells: number; wrong: number }>();
  for (const { cell, wrong } of outcomes) {
    const count = rules.get(cell.expected.rule) ?? { cells: 0, wrong: 0 };
    rules.set(cell.expected.rule, { cells: count.cells + 1, wrong: count.wrong + (wrong === undefined ? 0 : 1) });
  }
  const allowed = outcomes.filter(({ cell }) => isAllowed(cell.expected.status)).length;
  const share = (part: number) => `${((100 * part) / Math.max(outcomes.length, 1)).toFixed(1)} %`;
  const routes = new Set(outcomes.map(({ cell }) => `${cell.row.method} ${cell.row.path}`)).size;
  const lines = [...rules].toSorted(([a], [b]) => a.localeCompare(b));
  return [
    `routes ${routes}, rules ${rules.size}, cells ${outcomes.length}, allowed ${share(allowed)}, denied ${share(outcomes.length - allowed)}`,
    ...lines.map(([rule, { cells, wrong }]) => `  ${rule}  ${cells}${wrong > 0 ? `  of these wrong: ${wrong}` : ''}`),
  ].join('\n');
}

/** 409, 412 and 422 are answers of later steps: access was given. */
const isAllowed = (status: number): boolean => status < 400 || [409, 412].includes(status);
