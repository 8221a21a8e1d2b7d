import { code, date, figureCodes, id, type FigureCode } from '@helhed/contracts';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';
import type { Counts } from './counts.js';
import { separators } from './csv.js';
import { units } from './figure.js';
import { figures } from './figures.js';

const text = z.strictObject({ da: z.string(), en: z.string() });

const period = {
  programme: code,
  from: date.describe('The first day counted: a date in Denmark.'),
  to: date.describe(
    'The last day counted, itself included: the period ends at the midnight in Copenhagen that follows.',
  ),
};
const inOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to;
const endsEarly = {
  path: ['to'],
  ...rule('before-from', 'Perioden ender, før den begynder.', 'The period ends before it begins.'),
};

export const FigureQuery = z
  .strictObject({
    ...period,
    format: z.enum(['json', 'csv']).optional().describe('Goes before the Accept header.'),
    separator: z
      .enum(separators)
      .default('comma')
      .describe(
        'Of CSV. With `semicolon` a Danish spreadsheet opens it as it is: a byte order mark, and decimal commas.',
      ),
  })
  .refine(inOrder, endsEarly);
export type FigureQuery = z.infer<typeof FigureQuery>;
export const RowQuery = pageQuery(period).refine(inOrder, endsEarly);
export type RowQuery = z.infer<typeof RowQuery>;

const defined = {
  code: code.describe('A figure; others may be added.'),
  name: text,
  definition: text,
  definitionVersion: z.int().positive(),
  unit: code.describe(`What it counts: ${units.join(', ')}; others may be added.`),
};

export const FigureView = z.strictObject({
  ...defined,
  value: z.int().nullable().describe('null: there is nothing to compute it from.'),
  denominator: z
    .strictObject({ value: z.int().nonnegative(), definition: text })
    .nullable()
    .describe('What the figure is a part of, or computed over; null for a plain count.'),
  parts: z
    .array(z.strictObject({ code, value: z.int().positive() }))
    .describe('By reason, where the definition says so.'),
});
export type FigureView = z.infer<typeof FigureView>;

export const FiguresView = z.strictObject({
  ...period,
  programmeVersion: z.int().positive().describe('The version of the definition that says which figures there are.'),
  figures: z.array(FigureView),
});
export type FiguresView = z.infer<typeof FiguresView>;

export const Definitions = z
  .strictObject({ items: z.array(z.strictObject({ ...defined, denominator: text.nullable() })) })
  .meta({ id: 'FigureDefinitions' });

export const RowView = z.strictObject({
  id: id.describe('Of the referral, the enrolment, the person, the course or the session, as the figure counts.'),
  familyId: id.nullable().describe("null for a group's session."),
  on: date.describe('The day on which it counts; for those who wait, the day since when.'),
  part: z.string().nullable().describe('The reason, or the days waited; null where the figure has neither.'),
});
export type RowView = z.infer<typeof RowView>;
export const RowPage = pageOf(RowView);

export function toFigureView(code: FigureCode, counts: Counts): FigureView {
  const { version: definitionVersion, name, definition, unit, denominator, rows, ...figure } = figures[code];
  const counted = typeof rows === 'string' ? rows : code;
  return {
    code,
    name,
    definition,
    definitionVersion,
    unit,
    value: figure.value ? figure.value(counts) : counts.total(counted),
    denominator: figure.over && denominator ? { value: figure.over(counts), definition: denominator } : null,
    parts: figure.parts ? counts.parts(counted) : [],
  };
}

export function definitionViews(): z.infer<typeof Definitions> {
  return {
    items: figureCodes.map((code) => {
      const { version: definitionVersion, name, definition, unit, denominator } = figures[code];
      return { code, definitionVersion, name, definition, unit, denominator };
    }),
  };
}
