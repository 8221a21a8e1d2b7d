import { writeFileSync } from 'node:fs';
import { startPlatform, type TestPlatform } from '@helhed/testing';
import { pageRows, servedRoutes } from './oracle/page.js';
import { runRows, type Outcome } from './run.js';
import { contexts } from '@helhed/contracts';
import { routesThatShow } from './answers.js';
import { askAnswers } from './ask-answers.js';
import { countsOf } from './counts.js';
import { compare } from '../security/enumeration.js';
import type { Cell } from './cells.js';
import { canBeMutated, onWho, routeOf, routesFound, withMutant } from './mutants/found.js';
import { faultsInPairs } from './pairs.js';
import { faultsInCompared, faultsInReach } from './reached.js';
import { makeWorld, type Place } from './world/make-world.js';

/** Many requests of a route: `npm run ci:full`. */
const full = process.env['HELHED_FULL'] === '1';
const requestsOfARoute = full ? 200 : 6;
/** The decision API's addresses are the standard's; the consent service answers there. */
const isOf = (service: string, path: string) =>
  path.startsWith(`/${service}/`) || (service === 'consent' && path.startsWith('/access/'));
/** `MATRIX=referral` or `MATRIX=A-REF-07,A-FAM` asks these rows only. */
const wanted = process.env['MATRIX']?.split(',');
const rows = pageRows().filter(({ planned }) => !planned);
// looks before commands: what a command adds is in no list yet, nor what is given out by a look
const adds = ({ id, method }: { readonly id: string; readonly method: string }): number =>
  method === 'GET' ? Number(['A-SCH-16', 'A-SCH-19'].includes(id)) : 2;
const chosen = rows
  .toSorted((a, b) => adds(a) - adds(b))
  .filter(({ id, path }) => !wanted || wanted.some((each) => id.startsWith(each) || isOf(each, path)));

/** It is about something that there is, in the municipality of the world, and out of the actor's reach. */
const isHidden = ({ probe, row, expected }: Cell) =>
  expected.rule === 'A-REL-02' &&
  expected.status === 404 &&
  probe.target !== undefined &&
  !probe.fresh &&
  !['nothing', 'an unreadable id'].includes(probe.of) &&
  row.path.includes('{');

describe('who may do what, of every route, as docs/access.md says', () => {
  let platform: TestPlatform;
  let place: Place;
  const outcomes: Outcome[] = [];

  beforeAll(async () => {
    platform = await startPlatform();
    place = await makeWorld(platform);
  }, 600_000);
  afterAll(async () => {
    console.info(countsOf(outcomes));
    const file = process.env['MATRIX_REPORT'];
    if (file)
      writeFileSync(
        file,
        outcomes.flatMap(({ cell, wrong }) => (wrong ? `${cell.row.id} ${cell.name}: ${wrong}\n` : [])).join(''),
      );
    await platform?.stop();
  });

  it('has a row for every route, and none for a route that is not there', () => {
    const named = (all: readonly { method: string; path: string }[]) =>
      all.map(({ method, path }) => `${method} ${path}`).toSorted();
    expect(named(rows)).toEqual(named(servedRoutes()));
  });

  it.each(chosen.map((row) => [row.id, row.method, row.path, row] as const))(
    '%s %s %s',
    async (_id, _method, _path, row) => {
      const found = await runRows(place, [row]);
      outcomes.push(...found);
      expect(found.length).toBeGreaterThan(0);
      const wrong = found.flatMap(({ cell, wrong: what }) => (what === undefined ? [] : [`${cell.name}: ${what}`]));
      expect(wrong).toEqual([]);
    },
    300_000,
  );

  it('asks about every outcome that the page makes possible at a route', () => {
    const asked = outcomes.map(({ cell }) => cell);
    expect(faultsInReach(chosen, asked)).toEqual([]);
    // a probe that is dropped leaves something out
    const some = chosen.find(({ path }) => path.includes('{id}'));
    if (some)
      expect(
        faultsInReach(
          [some],
          asked.filter(({ row }) => row !== some),
        ),
      ).not.toEqual([]);
  });

  it('has for each rule a cell that it allows and one that it denies', () => {
    expect(faultsInPairs(place)).toEqual([]);
  });

  it('tells nobody whether what is out of reach is there, by any route with an address', async () => {
    const hidden = new Map<string, Cell>();
    for (const { cell, wrong } of outcomes) if (wrong === undefined && isHidden(cell)) hidden.set(routeOf(cell), cell);
    expect(faultsInCompared(chosen, [...hidden.keys()])).toEqual([]);
    if (!wanted) expect(hidden.size).toBeGreaterThan(40);
    const compared = [];
    for (const cell of hidden.values()) compared.push(await compare(place, cell, requestsOfARoute));
    console.info(
      compared
        .map((each) => `${each.route}: out of reach ${each.outOfReach} ms, not there ${each.notThere} ms`)
        .join('\n'),
    );
    expect(compared.filter(({ told }) => told.length > 0)).toEqual([]);
  }, 300_000);

  const asked = contexts.filter((service) => chosen.some(({ path }) => isOf(service, path)));
  // after what is asked of the world: it is another afterwards; and before a mutant lets anybody close the register
  it('shows in a command’s own answer what the page says of it, and withholds the rest', async () => {
    const routes = chosen.map((row) => routeOf({ row }));
    const { wrong, asked: taken } = await askAnswers(place, (service) => asked.includes(service));
    expect(wrong).toEqual([]);
    const wantedOnes = routesThatShow().filter((route) => routes.includes(route));
    expect([...taken]).toEqual(expect.arrayContaining(wantedOnes));
  }, 120_000);

  // all of a service at once: a cell asks one route, and the guard reads that route's own declaration before anything else
  it.each(asked)(
    'finds, one by one, every route that is declared for any signed-in person in %s',
    async (service) => {
      const own = outcomes.filter(({ cell }) => isOf(service, cell.probe.path));
      const declared = chosen.filter(
        (row) => isOf(service, row.path.replace('{service}', service)) && canBeMutated(row),
      );
      const found = await withMutant(place, service, 'any signed-in person', () => routesFound(place, onWho(own)));
      const times = [...found].filter(([, cells]) => cells > 0);
      console.info(times.map(([route, cells]) => `${route} found by ${cells} cells`).join('\n'));
      console.info(`${service}: ${times.length} found of ${declared.length} routes declared`);
      const routes = declared.map((row) => routeOf({ row }));
      expect(times.map(([route]) => route).toSorted()).toEqual(routes.toSorted());
    },
    240_000,
  );
});
