import { fileURLToPath } from 'node:url';
import type { Context } from '@helhed/contracts';
import type { Cell } from '../cells.js';
import type { PageRow, Who } from '../oracle/page.js';
import { ask, type Outcome } from '../run.js';
import { concurrently } from '../world/http.js';
import type { Place } from '../world/make-world.js';

const preload = fileURLToPath(new URL('mutate.js', import.meta.url));

/** Runs a service with what its routes declare changed, for as long as the work lasts. */
export async function withMutant<T>(
  place: Place,
  service: Context,
  mutant: string,
  work: () => Promise<T>,
): Promise<T> {
  const process_ = place.platform.process(service);
  const options = [process.env['NODE_OPTIONS'], `--import=${preload}`].filter(Boolean).join(' ');
  await process_.stop();
  try {
    await process_.start({ NODE_OPTIONS: options, ACCESS_MUTANT: mutant });
    return await work();
  } finally {
    await process_.stop();
    await process_.start();
  }
}

/** Routes whose mutant answers some cell otherwise that the service itself answers as the page says. */
export async function routesFound(place: Place, right: readonly Cell[]): Promise<Map<string, number>> {
  const outcomes = await concurrently(8, right, (cell) => ask(place, cell));
  const found = new Map<string, number>();
  for (const cell of right) found.set(routeOf(cell), 0);
  for (const { cell, wrong } of outcomes)
    if (wrong !== undefined) found.set(routeOf(cell), (found.get(routeOf(cell)) ?? 0) + 1);
  return found;
}

export const routeOf = ({ row }: { readonly row: PageRow }): string => `${row.method} ${row.path}`;

const atOnceForAnybody = new Set<Who['kind']>(['everybody', 'secret-link']);

/** Whether the mutation changes anything: a row for whoever is signed in says that already. */
export const canBeMutated = ({ who }: PageRow): boolean =>
  !who.some(({ kind, functions }) => atOnceForAnybody.has(kind) || (kind === 'person' && functions === 'signed-in'));

const whoMay = new Set(['A-FUN-04', 'A-FUN-06', 'A-SYS-01']);

/** Cells that tell who may at all: of each route those of the first thing asked about. */
export function onWho(outcomes: readonly Outcome[]): Cell[] {
  const first = new Map<string, string>();
  for (const { cell } of outcomes) if (!first.has(routeOf(cell))) first.set(routeOf(cell), cell.probe.of);
  return outcomes.flatMap(({ cell, wrong }) =>
    wrong === undefined &&
    cell.probe.of === first.get(routeOf(cell)) &&
    canBeMutated(cell.row) &&
    whoMay.has(cell.expected.rule)
      ? [cell]
      : [],
  );
}
