import { rounded } from '../measure/figures.js';
import { isReached, type Findings, type Mark, type Table } from './bench.js';

export function print({ tables, marks, notes = [] }: Findings): string {
  const reached = { title: 'Marks', rows: marks.map(markRow) };
  return [...tables, reached].map(tableText).concat(notes).join('\n\n');
}

function markRow(mark: Mark): Table['rows'][number] {
  const { what, figure, unit, atLeast, atMost } = mark;
  const wanted = atLeast === undefined ? `≤ ${atMost} ${unit}` : `≥ ${atLeast} ${unit}`;
  return { mark: what, wanted, found: `${rounded(figure)} ${unit}`, '': isReached(mark) ? 'reached' : 'missed' };
}

/** Columns as wide as what stands in them; numbers to the right. */
function tableText({ title, rows }: Table): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => names.map((name) => row[name] ?? ''));
  const text = (cell: string | number): string => (typeof cell === 'number' ? cell.toLocaleString('en') : cell);
  const widths = names.map((name, column) =>
    Math.max(name.length, ...cells.map((row) => text(row[column] ?? '').length)),
  );
  const line = (row: readonly (string | number)[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return typeof cell === 'number' ? text(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [title, line(names), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}
