import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import type { Oracle } from './oracle.js';
import { programme, type World } from './world.js';

export type Figures = Record<string, number | null>;

interface Report {
  readonly figures: readonly { readonly code: string; readonly value: number | null }[];
}

const address = `/reporting/v1/figures?programme=${programme}&from=2027-01-01&to=2027-12-31`;

async function read({ api, municipality }: World): Promise<Figures> {
  const { body } = await api.get<Report>(address, { as: municipality.as('lone') });
  return Object.fromEntries(body.figures.map(({ code, value }) => [code, value]));
}

const known = (figures: Figures, expected: Figures) =>
  Object.fromEntries(Object.keys(expected).map((code) => [code, figures[code] ?? null]));

/** The year's figures, as JSON and CSV, before and after the read models are thrown away and built again. */
export async function yearsFigures(world: World, oracle: Oracle): Promise<Figures> {
  const expected = oracle.figures();
  const asCounted = (found: Figures) => JSON.stringify(known(found, expected)) === JSON.stringify(expected);
  const before = await eventually(`figures ${JSON.stringify(expected)}`, () => read(world), asCounted);
  const lead = world.municipality.as('lone');
  const csv = (await world.api.get<string>(`${address}&format=csv`, { as: lead, accept: 'text/csv' })).body;
  for (const [code, value] of Object.entries(expected))
    must(
      csv.split('\n').some((line) => line.includes(code) && (value === null || line.includes(String(value)))),
      `the CSV has ${code} ${value}`,
      csv,
    );
  const { code: municipality } = world.municipality.made;
  await world.api.post('/reporting/v1/operations/read-models:rebuild', {
    as: world.municipality.operator,
    body: { municipality },
  });
  const after = await eventually('the rebuilt figures', () => read(world), asCounted);
  mustEqual(after, before, 'the same figures after the rebuild');
  return before;
}
