import { startPlatform, type TestPlatform } from '@helhed/testing';
import type { Cell } from './cells.js';
import { countsOf } from './counts.js';
import { faultsInLists, isCounted, listsOfContracts } from './lists-of-contracts.js';
import { pageRows } from './oracle/page.js';
import { runRows, type Outcome } from './run.js';
import { anyScenarios } from './world/any-scenarios.js';
import { lookedAt } from './world/make-looks.js';
import { makeWorld } from './world/make-world.js';
import { withWebhooks } from './world/register-webhooks.js';

/** Two worlds in `npm run ci:full`; `MATRIX_SEEDS=3,4 MATRIX_FAMILIES=30` looks further than that. */
const seeds = (process.env['MATRIX_SEEDS'] ?? (process.env['HELHED_FULL'] === '1' ? '1,2' : '1'))
  .split(',')
  .map(Number);
const families = Number(process.env['MATRIX_FAMILIES'] ?? '14');
const oneGroup = [['gitte', 'familiestuen']] as const;
/** Those of looks are read last: whoever asks for one of the others makes a look. */
const ofLooks = new Set(['A-CON-11', 'A-CON-12', 'A-CON-16', 'A-CON-22', 'A-CON-23']);
const served = pageRows().filter(({ planned }) => !planned);
const counted = served.filter((row) => row.method === 'GET' && !row.page && isCounted(row));
const rows = counted.filter(({ id }) => !ofLooks.has(id));
const lookRows = counted.filter(({ id }) => ofLooks.has(id));

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
      const made = await makeWorld(platform, anyScenarios(seed, families), oneGroup);
      const place = await lookedAt(await withWebhooks(made), seed);
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

  it('are compared of every list in the contracts, or it is said why not', () => {
    const cells = all.map(({ cell }) => cell);
    expect(counted.length).toBeGreaterThan(30);
    expect(faultsInLists(served, cells)).toEqual([]);
    // a list that is new, one whose total nobody works out, and one of which there is never anything
    const lists = [...listsOfContracts(), 'GET /referral/v1/news'];
    expect(faultsInLists(served, cells, lists)).toEqual(['GET /referral/v1/news is no row of the page']);
    const without = (change: (cell: Cell) => Cell['expected']) =>
      cells.map((cell) => (cell.row.id === 'A-SCH-26' ? { ...cell, expected: change(cell) } : cell));
    const route = 'GET /scheduling/v1/families/{id}/attendance';
    expect(
      faultsInLists(
        served,
        without(({ expected: { items: _none, ...rest } }) => rest),
      ),
    ).toEqual([`${route} has no total of the oracle’s`]);
    expect(
      faultsInLists(
        served,
        without(({ expected }) => ({ ...expected, items: [] })),
      ),
    ).toEqual([`${route} is always empty`]);
  });
});
