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
    readonly parts: readonly {
      readonly code: string;
      readonly name: { readonly da: string } | null;
      readonly value: number;
    }[];
  }[];
}

const address = `/reporting/v1/figures?programme=${programme}&from=2027-01-01&to=2027-12-31`;

async function report({ api, municipality }: World): Promise<Report> {
  return (await api.get<Report>(address, { as: municipality.as('lone') })).body;
}

async function read(world: World): Promise<Figures> {
  const { figures } = await report(world);
  return Object.fromEntries(
    figures.flatMap(({ code, value, parts }) => [
      [code, value],
      ...parts.map((part) => [`${code}: ${part.code}`, part.value]),
    ]),
  );
}

/** Figure, part, value and the part's name of each line that the table must have. */
const linesOf = ({ figures }: Report) =>
  figures.flatMap(({ code, value, parts }) => [
    [code, '', String(value ?? ''), ''],
    ...parts.map((part) => [code, part.code, String(part.value), part.name?.da ?? '']),
  ]);
const linesIn = (csv: string) =>
  readCsv(csv).map((line) => [line['figure'], line['part'], line['value'], line['part_da']]);

/** Of the figures that are expected, and their parts: one that nobody expects makes them others. */
const known = (figures: Figures, expected: Figures) => {
  const codes = Object.keys(figures).filter((code) => (code.split(':', 1)[0] as string) in expected);
  return sorted(Object.fromEntries([...Object.keys(expected), ...codes].map((code) => [code, figures[code] ?? null])));
};
const sorted = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).toSorted(([a], [b]) => a.localeCompare(b)));

/** Of a year that is not over for a month, what no event says is told in no parts. */
const untilSettled = (expected: Figures): Figures =>
  Object.fromEntries(Object.entries(expected).filter(([code]) => !/^(attendance-away|persons-by-age): /.test(code)));

/**
 * The year's figures, as JSON and CSV, before and after the read models are thrown away and built again; and when all of
 * them has been heard, some of their parts, which are counted once.
 * @param settled when the year has been over for so long that they are told
 */
export async function yearsFigures(world: World, oracle: Oracle, settled: Date): Promise<Figures> {
  const expected = oracle.figures();
  const counted = (wanted: Figures) => (found: Figures) =>
    JSON.stringify(known(found, wanted)) === JSON.stringify(sorted(wanted));
  const asCounted = counted(expected);
  const early = untilSettled(expected);
  await eventually(`figures ${JSON.stringify(early)}`, () => read(world), counted(early));
  await world.municipality.setTime(settled);
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
