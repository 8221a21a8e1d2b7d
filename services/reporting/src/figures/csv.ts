import type { Text } from '@helhed/kernel';
import type { FiguresView, FigureView } from './figures.dto.js';

type Cell = string | number | null;

export const separators = ['comma', 'semicolon'] as const;
export type Separator = (typeof separators)[number];

/** What a spreadsheet in Danish expects of a file that it opens without asking. */
const dialects = {
  comma: { mark: '', between: ',', decimal: '.' },
  semicolon: { mark: '\uFEFF', between: ';', decimal: ',' },
} as const satisfies Record<Separator, object>;

/** What a figure is called and means: so that its code need not be known. */
export const meaning = ['name_da', 'name_en', 'definition_da', 'definition_en'] as const;

const columns = [
  'programme,from,to,figure,part,value,unit,denominator,part_da,part_en,parts_withheld,parts_withheld_da,parts_withheld_en'.split(
    ',',
  ),
  meaning,
  ['denominator_definition_da', 'denominator_definition_en'],
].flat();

/**
 * The figures as a table: codes, dates and whole numbers, and what the codes mean; one line a figure and one for each of its
 * parts; where parts are withheld, the figure's line says why (RFC 4180).
 */
export function toCsv({ programme, from, to, figures }: FiguresView, separator: Separator = 'comma'): string {
  const lines: Cell[][] = figures.flatMap((figure) => {
    const { code, unit, value, denominator, parts, partsWithheld } = figure;
    const line = (part: Cell, counted: Cell, name: Text | null, withheld: FigureView['partsWithheld']): Cell[] => [
      programme,
      from,
      to,
      code,
      part,
      counted,
      unit,
      denominator?.value ?? null,
      ...inBoth(name),
      withheld?.reason ?? null,
      ...inBoth(withheld?.text),
      ...inBoth(figure.name),
      ...inBoth(figure.definition),
      ...inBoth(denominator?.definition),
    ];
    return [
      line(null, value, null, partsWithheld),
      ...parts.map((part) => line(part.code, part.value, part.name, null)),
    ];
  });
  return toTable([columns, ...lines], separator);
}

/** Danish first. */
export const inBoth = (text: Text | null | undefined): [Cell, Cell] => [text?.da ?? null, text?.en ?? null];

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
