import { writeFileSync } from 'node:fs';
import { startPlatform, type TestPlatform } from '@helhed/testing';
import { pageRows, servedRoutes } from './oracle/page.js';
import { runRows, type Outcome } from './run.js';
import { countsOf } from './counts.js';
import { makeWorld, type Place } from './world/make-world.js';

/** `MATRIX=referral` or `MATRIX=A-REF-07,A-FAM` asks these rows only. */
const wanted = process.env['MATRIX']?.split(',');
const rows = pageRows().filter(({ planned }) => !planned);
const chosen = rows.filter(({ id, path }) => !wanted || wanted.some((each) => id.startsWith(each) || path.startsWith(`/${each}/`)));

describe('who may do what, of every route, as docs/access.md says', () => {
  let platform: TestPlatform;
  let place: Place;
  const outcomes: Outcome[] = [];

  beforeAll(async () => {
    platform = await startPlatform();
    place = await makeWorld(platform);
  }, 300_000);
  afterAll(async () => {
    console.info(countsOf(outcomes));
    const file = process.env['MATRIX_REPORT'];
    if (file) writeFileSync(file, outcomes.flatMap(({ cell, wrong }) => (wrong ? `${cell.row.id} ${cell.name}: ${wrong}\n` : [])).join(''));
    await platform?.stop();
  });

  it('has a row for every route, and none for a route that is not there', () => {
    const named = (all: readonly { method: string; path: string }[]) => all.map(({ method, path }) => `${method} ${path}`).toSorted();
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
    120_000,
  );
});
