import { code, date, figureCodes, id, type FigureCode } from '@helhed/contracts';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';
import type { PartsTold } from './asked-parts.js';
import type { Counts } from './counts.js';
import { units } from './figure.js';
import { figures } from './figures.js';
import { notListed, type Parts } from './parts.js';
import { tableQuery } from './table.js';

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
    ...tableQuery,
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
    .array(
      z.strictObject({
        code,
        name: text.describe('What the code means; of one that the newest definition does not list, that it does not.'),
        value: z.int().positive(),
      }),
    )
    .describe('What it counts apart, where its definition says so.'),
  partsBy: text.nullable().describe('What the parts are counted by: reason, kind, age or movement.'),
  partsOn: date
    .nullable()
    .describe(
      'The day on which the parts were counted, once: what is corrected later is in the value alone. null: they are of now.',
    ),
  partsWithheld: z
    .strictObject({
      reason: code.describe('settled-year-only, few-or-barred or not-answered; others may be added.'),
      text,
    })
    .nullable()
    .describe('Why there are no parts, where the figure has some; null where none are withheld.'),
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
  id: id.describe(
    'Of the referral, the enrolment, the person, the course, the session, the conversation or the goal, as the figure counts.',
  ),
  familyId: id.nullable().describe("null for a group's session."),
  on: date.describe('The day on which it counts; for those who wait, the day since when.'),
  part: z.string().nullable().describe('The reason or kind, or the days waited; null where the row does not say it.'),
  count: z.int().positive().describe('How many the row counts: as a rule one, of a session its persons.'),
});
export type RowView = z.infer<typeof RowView>;
export const RowPage = pageOf(RowView);

type Definition = Parameters<Parts['names']>[0];

/** @param told of a figure whose parts an owner was asked for */
export function toFigureView(code: FigureCode, counts: Counts, definition: Definition, told?: PartsTold): FigureView {
  const { version: definitionVersion, name, definition: meaning, unit, denominator, rows, ...figure } = figures[code];
  const counted = typeof rows === 'string' ? rows : code;
  const value = figure.value ? figure.value(counts) : counts.total(counted);
  const parts = told === undefined ? counts.parts(code) : partsIn(told);
  return {
    code,
    name,
    definition: meaning,
    definitionVersion,
    unit,
    value,
    denominator: figure.over && denominator ? { value: figure.over(counts), definition: denominator } : null,
    parts: figure.parts ? named(parts, figure.parts.names(definition)) : [],
    partsBy: figure.parts?.by ?? null,
    partsOn: told && 'on' in told ? told.on : null,
    // of nothing there are no parts to withhold
    partsWithheld: told && 'withheld' in told && value ? told.withheld : null,
  };
}

const partsIn = (told: PartsTold): readonly { code: string; value: number }[] => ('parts' in told ? told.parts : []);

/** In the order of the names; then those that have none. */
function named(
  parts: readonly { code: string; value: number }[],
  names: ReturnType<Parts['names']>,
): FigureView['parts'] {
  const places = new Map(names.map((name, place) => [name.code, { ...name, place }]));
  const place = ({ code: of }: { code: string }): number => places.get(of)?.place ?? names.length;
  return parts
    .toSorted((a, b) => place(a) - place(b))
    .map(({ code: of, value }) => ({ code: of, name: places.get(of)?.text ?? notListed(of), value }));
}

export function definitionViews(): z.infer<typeof Definitions> {
  return {
    items: figureCodes.map((code) => {
      const { version: definitionVersion, name, definition, unit, denominator } = figures[code];
      return { code, definitionVersion, name, definition, unit, denominator };
    }),
  };
}
