import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import { readCsv } from './csv.js';
import { figuresOnPage } from './figures-page.js';
import type { Oracle } from './oracle.js';
import type { World } from './world.js';
import { figuresAddress, type Figures, type Report } from './year-of-figures.js';

interface Rebuild {
  readonly generation: number;
  readonly state: string;
}

async function report({ api, municipality }: World): Promise<Report> {
  return (await api.get<Report>(figuresAddress, { as: municipality.as('lone') })).body;
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

/** What each line of the table must say: what is counted, and what it is called and means in both languages. */
const linesOf = ({ figures }: Report) =>
  figures.flatMap(({ code, value, parts, name, definition, denominator }) => {
    const meaning = [name, definition, denominator?.definition].flatMap((text) => [text?.da ?? '', text?.en ?? '']);
    return [
      [code, '', String(value ?? ''), '', ...meaning],
      ...parts.map((part) => [code, part.code, String(part.value), part.name?.da ?? '', ...meaning]),
    ];
  });
const told = ['figure', 'part', 'value', 'part_da'];
const meant = ['name', 'definition', 'denominator_definition'].flatMap((each) => [`${each}_da`, `${each}_en`]);
const linesIn = (csv: string, separator: ',' | ';' = ',') =>
  readCsv(csv, separator).map((line) => [...told, ...meant].map((column) => line[column]));

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

/** Until it is done, the figures are those of the generation before, which would be the same without it. */
async function rebuilt({ api, municipality: { operator: as } }: World, municipality: string): Promise<void> {
  const operations = '/reporting/v1/operations/read-models';
  const { generation } = (await api.post<Rebuild>(`${operations}:rebuild`, { as, body: { municipality } })).body;
  await eventually(
    'the read models built again',
    async () => (await api.get<Rebuild>(`${operations}/${municipality}`, { as })).body,
    (now) => now.generation === generation && now.state === 'done',
  );
}

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
  const csv = (await world.api.get<string>(`${figuresAddress}&format=csv`, { as: lead, accept: 'text/csv' })).body;
  mustEqual(
    linesIn(csv),
    linesOf(await report(world)),
    'the CSV has the figures and their parts, and no others, each with its name and definition',
  );
  const onPage = await figuresOnPage(world, await report(world));
  mustEqual(known(onPage.found, expected), sorted(expected), 'the page with charts has the year’s figures');
  mustEqual(linesIn(onPage.csv, ';'), linesIn(csv), 'and its file those of the API');
  const { code: municipality } = world.municipality.made;
  await rebuilt(world, municipality);
  mustEqual(await read(world), before, 'the same figures after the rebuild');
  return before;
}
