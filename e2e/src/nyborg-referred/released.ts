import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import { Visitor, type Visited } from '../story/visitor.js';
import { chartsOf } from './charts.js';
import type { Oracle } from './oracle.js';
import { programme, type World } from './world.js';
import { figuresAddress, figuresQuery } from './year-of-figures.js';

interface Release {
  readonly year: number;
  readonly figures: readonly {
    readonly code: string;
    readonly name: { readonly da: string };
    readonly range: { readonly from: number; readonly to: number } | null;
  }[];
}

const releases = '/reporting/v1/releases';
const page = `/consent/releases?programme=${programme}`;
const asked = `${releases}?programme=${programme}&limit=100`;

/** A reader of reports, who sees no rows, gets no exact figure; and of a year whose families are still under way nothing. */
export async function readerGetsNothingYet({ api, municipality }: World): Promise<void> {
  const as = municipality.as('rikke');
  await api.get(figuresAddress, { as, expect: 403 });
  await api.get(`/reporting/v1/figures/referred/rows?${figuresQuery}`, { as, expect: 403 });
  const reader = new Visitor({ api, municipality }, 'rikke');
  const isRefused = ({ status }: Visited) => status === 403;
  const exact = () => reader.visit({ path: `/consent/figures?${figuresQuery}`, asks: [] }, isRefused);
  await eventually('the page with exact figures refused to the reader', exact, isRefused);
  await api.post(releases, { as: municipality.as('lone'), body: { programme, year: 2027 }, expect: 422 });
  mustEqual((await releasesOf({ api, municipality })).length, 0, 'nothing is released of a year that is not settled');
  must((await reader.open(page, [`GET ${asked}`])).includes('ikke givet tal ud'), 'the page says so');
}

/** When the next year is over too, the lead releases what became of the year's families: in ranges, whatever is small. */
export async function readerGetsRanges(world: World, oracle: Oracle, settled: Date): Promise<void> {
  const { api, municipality } = world;
  await municipality.setTime(settled);
  const as = municipality.as('lone');
  await api.post(releases, { as, body: { programme, year: 2027 } });
  const [release, ...others] = await releasesOf(world);
  mustEqual([release?.year, others.length], [2027, 0], 'one release, of the year');
  const { figures } = release as Release;
  must(figures.length > 0, 'it has figures');
  const expected = oracle.released();
  const ranges = figures.map(({ code, range }) => [code, range && [range.from, range.to]]);
  mustEqual(
    ranges,
    figures.map(({ code }) => [code, expected[code]]),
    'what became of the year’s families, in ranges',
  );
  const charts = chartsOf(await new Visitor(world, 'rikke').open(page, [`GET ${asked}`]));
  const wanted = figures.map(
    ({ name, range }) => `${name.da}: ${range ? `${range.from}–${range.to}` : 'for få familier'}`,
  );
  const shown = charts.flatMap(({ rows }) => rows.map((row) => row.join(': ')));
  mustEqual(shown.toSorted(), wanted.toSorted(), 'the reader’s page has the ranges and no exact figure');
}

const releasesOf = async ({ api, municipality }: World): Promise<readonly Release[]> =>
  (await api.get<{ items: Release[] }>(asked, { as: municipality.as('rikke') })).body.items;
