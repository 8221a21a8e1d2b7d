import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import { readCsv } from './csv.js';
import type { Oracle } from './oracle.js';
import { programme, type World } from './world.js';

export type Figures = Record<string, number | null>;

interface Report {
  readonly figures: readonly {
    readonly code: string;
    readonly value: number | null;
    readonly parts: readonly { readonly code: string; readonly value: number }[];
  }[];
}

const address = `/reporting/v1/figures?programme=${programme}&from=2027-01-01&to=2027-12-31`;

async function report({ api, municipality }: World): Promise<Report> {
  return (await api.get<Report>(address, { as: municipality.as('lone') })).body;
}

async function read(world: World): Promise<Figures> {
  const { figures } = await report(world);
  return Object.fromEntries(figures.map(({ code, value }) => [code, value]));
}

/** Figure, part and value of each line that the table must have. */
const linesOf = ({ figures }: Report) =>
  figures.flatMap(({ code, value, parts }) => [
    [code, '', String(value ?? '')],
    ...parts.map((part) => [code, part.code, String(part.value)]),
  ]);
const linesIn = (csv: string) => readCsv(csv).map(({ figure, part, value }) => [figure, part, value]);

const known = (figures: Figures, expected: Figures) =>
  Object.fromEntries(Object.keys(expected).map((code) => [code, figures[code] ?? null]));

/** The year's figures, as JSON and CSV, before and after the read models are thrown away and built again. */
export async function yearsFigures(world: World, oracle: Oracle): Promise<Figures> {
  const expected = oracle.figures();
  const asCounted = (found: Figures) => JSON.stringify(known(found, expected)) === JSON.stringify(expected);
  const before = await eventually(`figures ${JSON.stringify(expected)}`, () => read(world), asCounted);
  const lead = world.municipality.as('lone');
  const csv = (await world.api.get<string>(`${address}&format=csv`, { as: lead, accept: 'text/csv' })).body;
  mustEqual(linesIn(csv), linesOf(await report(world)), 'the CSV has the figures and their parts, and no others');
  const { code: municipality } = world.municipality.made;
  await world.api.post('/reporting/v1/operations/read-models:rebuild', {
    as: world.municipality.operator,
    body: { municipality },
  });
  const after = await eventually('the rebuilt figures', () => read(world), asCounted);
  mustEqual(after, before, 'the same figures after the rebuild');
  return before;
}
