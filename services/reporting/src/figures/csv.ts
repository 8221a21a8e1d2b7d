import type { FiguresView } from './figures.dto.js';

type Cell = string | number | null;

const columns = ['programme', 'from', 'to', 'figure', 'part', 'value', 'unit', 'denominator'];

/** The figures as a table: codes, dates and whole numbers, one line a figure and one for each of its parts (RFC 4180). */
export function toCsv({ programme, from, to, figures }: FiguresView): string {
  const lines: Cell[][] = figures.flatMap(({ code, unit, value, denominator, parts }) => {
    const line = (part: Cell, counted: Cell): Cell[] => [
      programme,
      from,
      to,
      code,
      part,
      counted,
      unit,
      denominator?.value ?? null,
    ];
    return [line(null, value), ...parts.map((part) => line(part.code, part.value))];
  });
  return [columns, ...lines].map((line) => `${line.map(toCell).join(',')}\r\n`).join('');
}

/** Spreadsheets run what begins like a formula; codes cannot, and whatever else gets here is made plain text. */
export function toCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
