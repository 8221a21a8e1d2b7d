import { code, date } from '@helhed/contracts';
import { z } from 'zod';
import type { Asking } from '../ask-service.js';
import type { AskReporting } from './ask-reporting.js';

const text = z.object({ da: z.string(), en: z.string() });
const figure = z.object({
  code: z.string(),
  name: text,
  definition: text,
  unit: z.string(),
  value: z.number().nullable(),
  denominator: z.object({ value: z.number(), definition: text }).nullable(),
  parts: z.array(z.object({ code: z.string(), name: text.nullable(), value: z.number() })),
  partsBy: text.nullable(),
  partsOn: z.string().nullish(),
  partsWithheld: z.object({ text }).nullish(),
});
const answer = z.object({ figures: z.array(figure) });

/** A figure as reporting answers it (A-REP-01). */
export type Figure = z.infer<typeof figure>;

export const FigureQuestion = z
  .object({ programme: code, from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
export type FigureQuestion = z.infer<typeof FigureQuestion>;

/** The same figures as a table to be kept, one line for each and for each of its parts; undefined as of `askFigures`. */
export const askTable = (
  reporting: AskReporting,
  asking: Asking,
  asked: FigureQuestion,
  separator: 'comma' | 'semicolon',
): Promise<string | undefined> => reporting.askTable(asking, `${pathOf(asked)}&separator=${separator}`);

/** The figures of a period; undefined where reporting does not say them now. */
export async function askFigures(
  reporting: AskReporting,
  asking: Asking,
  asked: FigureQuestion,
): Promise<readonly Figure[] | undefined> {
  const found = await reporting.ask(asking, pathOf(asked), answer);
  return found?.figures;
}

const pathOf = (asked: FigureQuestion): string => `figures?${new URLSearchParams(asked).toString()}`;
