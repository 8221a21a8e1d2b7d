import type { Cell } from './cells.js';
import { routeOf } from './mutants/found.js';
import { applicable } from './oracle/applicable.js';
import type { PageRow } from './oracle/page.js';
import { notCompared, unreached } from './unreached.js';

const early = /^A-(TOK-0[23]|FUN-0[1-5]|SYS-01|SHP-01)$/;

/** What the cell is about, in the words of `applicable`. */
function outcomesOf({ expected, probe: { otherwise } }: Cell): string[] {
  const { status, problem, rule, wrong, items = [expected] } = expected;
  const through = !early.test(rule) && status === otherwise.status && problem === otherwise.problem;
  const named = wrong ? [wrong.told ? 'wrong, told' : 'wrong, not told'] : [];
  if (!through) return [rule, ...(problem ? [problem.replace(/^!/, '')] : []), ...named];
  return [
    'answers',
    ...named,
    // a calendar in which nothing is left
    ...(rule === 'A-SEC-07' && expected.shown?.length === 0 ? [rule] : []),
    ...(items.some(({ shown = [] }) => shown.length > 0) ? ['shows'] : []),
    ...([expected, ...items].some(({ withheld = [] }) => withheld.length > 0) ? ['withholds'] : []),
  ];
}

/**
 * What docs/access.md makes possible at a route and no cell is about, each by its route and outcome; and what is said to be
 * out of the matrix's reach though some cell is, or the page has no such outcome.
 */
export function faultsInReach(rows: readonly PageRow[], cells: readonly Cell[]): string[] {
  const reached = new Map<string, Set<string>>();
  for (const cell of cells) {
    const route = routeOf(cell);
    reached.set(route, new Set([...(reached.get(route) ?? []), ...outcomesOf(cell)]));
  }
  return rows.flatMap((row) => {
    const route = routeOf({ row });
    const found = reached.get(route) ?? new Set();
    const reasons = unreached(row);
    const missing = [...applicable(row)].filter((outcome) => !found.has(outcome));
    return [
      ...missing
        .filter((outcome) => !reasons[outcome])
        .map((outcome) => `${route} (${row.id}): no cell for ${outcome}`),
      ...Object.keys(reasons)
        .filter((outcome) => !missing.includes(outcome))
        .map((outcome) => `${route} (${row.id}): ${outcome} is said to be out of reach`),
    ];
  });
}

/** Routes to one thing of which what is out of reach was not compared with what is not there, without a reason; and the other way. */
export function faultsInCompared(rows: readonly PageRow[], compared: readonly string[]): string[] {
  return rows
    .filter(({ path }) => path.includes('{id}'))
    .flatMap((row) => {
      const route = routeOf({ row });
      const reason = notCompared[route] ?? notCompared[row.id];
      if (compared.includes(route)) return reason ? [`${route} is compared, and said not to be`] : [];
      return reason ? [] : [`${route} is not compared`];
    });
}
