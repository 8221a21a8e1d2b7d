import { rounded } from '../measure/figures.js';
import type { Findings, Table } from '../report/bench.js';
import type { Timing } from './timing.js';
import type { Compared } from './yardsticks/time-yardsticks.js';

export interface Sized {
  readonly bases: number;
  readonly relations: number;
  readonly loaded: Timing;
  /** One thing with the facts of its decision, and the same row without them */
  readonly fetched: Timing;
  readonly bare: Timing;
  /** A page of fifty, decided, and the same rows without a decision */
  readonly list: Timing;
  readonly listed: Timing;
}

export function findings(sizes: readonly Sized[], others: readonly Compared[]): Findings {
  const [first, last] = [sizes[0], sizes.at(-1)] as [Sized, Sized];
  const mark = (what: string, figure: number, unit: string, atMost: number) => ({
    what: `SP4 ${what}`,
    figure,
    unit,
    atMost,
  });
  return {
    tables: [
      { title: 'One statement and its decisions, µs', rows: sizes.flatMap(rowsOf) },
      { title: 'The same decision by others, p50 in µs', rows: compare(sizes, others) },
    ],
    marks: [
      mark('decision over loaded facts, p50', last.loaded.p50, 'µs', 20),
      mark(
        `one indexed fetch at ${last.relations.toLocaleString('en')} relations, p50`,
        last.fetched.p50 / 1_000,
        'ms',
        1,
      ),
      mark(
        `fetch, ${last.bases.toLocaleString('en')} bases over ${first.bases.toLocaleString('en')}`,
        last.fetched.p50 / first.fetched.p50,
        '×',
        1.3,
      ),
      mark('list of 50 over the same without a decision', last.list.p50 / last.listed.p50, '×', 1.3),
    ],
  };
}

const row = (what: string, { calls, p50, p99 }: Timing): Table['rows'][number] => ({
  what,
  calls,
  p50: rounded(p50),
  p99: rounded(p99),
});

function rowsOf({ bases, loaded, fetched, bare, list, listed }: Sized): Table['rows'] {
  const at = `${bases.toLocaleString('en')} bases: `;
  return [
    row(`${at}decision over loaded facts`, loaded),
    row(`${at}a thing with its facts`, fetched),
    row(`${at}the thing alone`, bare),
    row(`${at}a page of 50, decided`, list),
    row(`${at}the same page alone`, listed),
  ];
}

/** What grows with the number of bases, and how much: a hundred times as many. */
function compare(sizes: readonly Sized[], others: readonly Compared[]): Table['rows'] {
  const ours = { name: 'Helhed, over loaded facts', timings: sizes.map(({ loaded }) => loaded) };
  return [ours, ...others].map(({ name, timings }) => {
    const times = timings.map(({ p50 }) => p50);
    return {
      decider: name,
      ...Object.fromEntries(
        sizes.map(({ bases }, n) => [`${bases.toLocaleString('en')} bases`, rounded(times[n] ?? NaN)]),
      ),
      growth: `${rounded((times.at(-1) ?? NaN) / (times[0] ?? NaN))} ×`,
    };
  });
}
