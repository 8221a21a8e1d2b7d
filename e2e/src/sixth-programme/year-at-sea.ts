import { chartsOf } from '../nyborg-referred/charts.js';
import type { World } from '../nyborg-referred/world.js';
import type { Report } from '../nyborg-referred/year-of-figures.js';
import { Visitor } from '../story/visitor.js';
import { programme } from './fjord.js';

type Told = readonly [code: string, value: number | null, ...parts: string[]];

const query = `programme=${programme}&from=2027-01-01&to=2027-12-31`;

/** What the spec did, in the definition's order and words. */
export const expected: readonly Told[] = [
  ['referred', 8],
  ['accepted', 6],
  ['declined', 1, 'for små til at sejle | too young to sail: 1'],
  ['withdrawn', 2, 'kan ikke om lørdagen | cannot come on Saturdays: 2'],
  ['waiting', 1],
  ['places-assigned', 5],
  ['waiting-days-median', 14],
  ['families-enrolled', 5],
  ['adults-enrolled', 5],
  ['children-enrolled', 10],
  ['persons-by-age', 15, '0–9 år | 0–9 years: 5', '10–15 år | 10–15 years: 5', 'fra 16 år | from 16 years: 5'],
  ['started', 5],
  ['completed', 3],
  ['dropped', 2, 'kan ikke om lørdagen | cannot come on Saturdays: 1', 'gik i land | went ashore: 1'],
  ['sessions-held', 3],
  ['attendance-expected', 36],
  ['attendance-came', 31],
  ['attendance-away', 5, 'søsyg | seasick: 3', 'nåede ikke færgen | missed the ferry: 2'],
  ['conversations-held', 4, 'Havnesamtale | Talk in harbour: 4'],
];

/** As its lead reads it from the API. */
export async function figuresOf({ api, municipality }: World): Promise<Told[]> {
  const { body } = await api.get<Report>(`/reporting/v1/figures?${query}`, { as: municipality.as('lone') });
  return body.figures.map(({ code, value, parts }) => [
    code,
    value,
    ...parts.map((part) => `${part.name?.da} | ${part.name?.en}: ${part.value}`),
  ]);
}

/** As the page with charts has it: its heading, and the parts of figures in Danish. */
export async function figuresOnPage(world: World): Promise<{ heading: string; parts: Record<string, string[]> }> {
  const page = await new Visitor(world, 'lone').open(`/consent/figures?${query}`);
  const parts = chartsOf(page)
    .filter(({ id }) => id.startsWith('parts-'))
    .map(({ id, rows }) => [id.slice('parts-'.length), rows.map(([name, said]) => `${name}: ${said}`)] as const);
  return { heading: /<h2>([^<]*)<\/h2>/.exec(page)?.[1] ?? '', parts: Object.fromEntries(parts) };
}
