import type { Text } from '@helhed/kernel';
import type { FiguresView } from './figures.dto.js';

type Cell = string | number | null;

export const separators = ['comma', 'semicolon'] as const;
export type Separator = (typeof separators)[number];

/** What a spreadsheet in Danish expects of a file that it opens without asking. */
const dialects = {
  comma: { mark: '', between: ',', decimal: '.' },
  semicolon: { mark: '\uFEFF', between: ';', decimal: ',' },
} as const satisfies Record<Separator, object>;

const columns =
  'programme,from,to,figure,part,value,unit,denominator,part_da,part_en,parts_withheld,parts_withheld_da,parts_withheld_en'.split(
    ',',
  );

/**
 * The figures as a table: codes, dates and whole numbers, and what the codes of parts mean; one line a figure and one for
 * each of its parts; where parts are withheld, the figure's line says why (RFC 4180).
 */
export function toCsv({ programme, from, to, figures }: FiguresView, separator: Separator = 'comma'): string {
  const lines: Cell[][] = figures.flatMap(({ code, unit, value, denominator, parts, partsWithheld }) => {
    const line = (part: Cell, counted: Cell, name: Text | null = null): Cell[] => [
      programme,
      from,
      to,
      code,
      part,
      counted,
      unit,
      denominator?.value ?? null,
      name?.da ?? null,
      name?.en ?? null,
      ...(part === null && partsWithheld
        ? [partsWithheld.reason, partsWithheld.text.da, partsWithheld.text.en]
        : [null, null, null]),
    ];
    return [line(null, value), ...parts.map((part) => line(part.code, part.value, part.name))];
  });
  return toTable([columns, ...lines], separator);
}

export function toTable(lines: readonly (readonly Cell[])[], separator: Separator): string {
  const { mark, between } = dialects[separator];
  return mark + lines.map((line) => `${line.map((cell) => toCell(cell, separator)).join(between)}\r\n`).join('');
}

/** Spreadsheets run what begins like a formula; codes cannot, and whatever else gets here is made plain text. */
export function toCell(value: Cell, separator: Separator = 'comma'): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', dialects[separator].decimal);
  const plain = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
