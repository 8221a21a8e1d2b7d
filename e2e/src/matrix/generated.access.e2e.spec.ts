import { startPlatform, type TestPlatform } from '@helhed/testing';
import { countsOf } from './counts.js';
import { pageRows } from './oracle/page.js';
import { runRows, type Outcome } from './run.js';
import { anyScenarios } from './world/any-scenarios.js';
import { lookedAt } from './world/make-looks.js';
import { makeWorld } from './world/make-world.js';

/** Two worlds in `npm run ci:full`; `MATRIX_SEEDS=3,4 MATRIX_FAMILIES=30` looks further than that. */
const seeds = (process.env['MATRIX_SEEDS'] ?? (process.env['HELHED_FULL'] === '1' ? '1,2' : '1'))
  .split(',')
  .map(Number);
const families = Number(process.env['MATRIX_FAMILIES'] ?? '14');
const oneGroup = [['gitte', 'familiestuen']] as const;
/** Those of looks are read last: whoever asks for one of the others makes a look. */
const ofLooks = new Set(['A-CON-11', 'A-CON-12', 'A-CON-16']);
const lists = new Set(
  (
    'A-REF-05 A-REF-09 A-REF-10 A-REF-14 A-FAM-02 A-FAM-03 A-FAM-04 A-FAM-06 A-FAM-09 A-FAM-16 A-FAM-17 A-FAM-19 A-FAM-22 A-FAM-25 A-FAM-29 ' +
    'A-OPS-03 A-CON-03 A-CON-09 A-CON-10 A-CON-20 A-CON-21 A-SCH-01 A-SCH-05 A-SCH-09 A-SCH-21 A-SCH-22 A-REP-03'
  ).split(' '),
);
const listed = pageRows().filter(({ method, planned, page }) => method === 'GET' && !planned && !page);
const rows = listed.filter(({ id }) => lists.has(id));
const lookRows = listed.filter(({ id }) => ofLooks.has(id));

describe('each list’s total, pages and items in a world of which chance made what it would', () => {
  let platform: TestPlatform;
  const all: Outcome[] = [];
  beforeAll(async () => {
    platform = await startPlatform();
  }, 180_000);
  afterAll(async () => {
    console.info(countsOf(all));
    await platform?.stop();
  });

  it.each(seeds)(
    'are the oracle’s, of seed %i',
    async (seed) => {
      const place = await lookedAt(await makeWorld(platform, anyScenarios(seed, families), oneGroup), seed);
      const { referrals, groups } = place.world;
      const seats = groups.flatMap((group) => group.seats).length;
      const accepted = place.made.filter(({ scenario }) => scenario.until === 'accepted').length;
      // whoever has no place waits
      expect(referrals.filter(({ waiting }) => waiting).length).toBe(accepted - seats);
      const outcomes = [...(await runRows(place, rows)), ...(await runRows(place, lookRows))];
      for (const row of lookRows)
        expect(outcomes.some(({ cell }) => cell.row === row && (cell.expected.items?.length ?? 0) > 0)).toBe(true);
      all.push(...outcomes);
      expect(outcomes.filter(({ cell }) => (cell.expected.items?.length ?? 0) > 0).length).toBeGreaterThan(50);
      expect(outcomes.flatMap(({ cell, wrong }) => (wrong === undefined ? [] : [`${cell.name}: ${wrong}`]))).toEqual(
        [],
      );
    },
    300_000,
  );
});
