import { rounded } from '../measure/figures.js';
import type { Findings, Table } from '../report/bench.js';
import type { Timing } from './timing.js';

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

export function findings(sizes: readonly Sized[], others: readonly { name: string; timing: Timing }[]): Findings {
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
      ...(others.length === 0
        ? []
        : [
            {
              title: 'Other deciders over loaded facts, µs',
              rows: others.map(({ name, timing }) => row(name, timing)),
            },
          ]),
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
    notes: others.length === 0 ? ['Neither Casbin nor Cedar is installed: no yardstick beside ours in this run.'] : [],
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
