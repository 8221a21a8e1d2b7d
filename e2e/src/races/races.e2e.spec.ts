import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom, startPlatform, type TestPlatform } from '@helhed/testing';
import { closeConnections } from './client.js';
import { Department } from './department.js';
import type { Family } from './family.js';
import { isChosen, kinds, sentKinds } from './kinds.js';
import { race, raced } from './race.js';
import { RacesWorld } from './races-world.js';
import { SteppedClocks } from './stepped-clock.js';
import { strikesOf } from './strikes.js';
import { Tally } from './tally.js';

const full = process.env['HELHED_FULL'] === '1';
/** A race is one kind of read around one withdrawal; a withdrawal has as many as there are kinds that rest on it. */
const wantedRaces = Number(process.env['HELHED_RACES'] ?? (full ? 10_000 : 300));
/** Those that HELHED_RACE_KINDS matches; all of them unless told. */
const chosen = [...raced, ...sentKinds.filter(isChosen)];
if (chosen.length === 0) throw new Error('HELHED_RACE_KINDS matches no kind');
/** Requests of each kind that begin within 50 ms after the answer: 500 of them in 10,000 races of all kinds. */
const wantedJustAfter = ((wantedRaces / 20) * (kinds.length + sentKinds.length)) / chosen.length;
/**
 * A sender's list covers all families of a municipality, and waits for each of them. A long run has one of two municipalities
 * each: with more a machine of two cores does little but wait for itself.
 */
const [municipalities, families] = full ? [2, 1] : [1, 3];
/** A long run has time to come to rest between two; what is given must be shown everywhere before it is raced. */
const betweenStrikesMs = full ? 8_000 : 2_000;
const mostMs = (full ? 90 : 10) * 60_000;

/** withdrawal.md: a request sent after the answer to a withdrawal is never answered with data on that basis. */
describe('a withdrawal, against every kind of read, two instances of each service, parts failing in turn', () => {
  let platform: TestPlatform;
  const worlds: RacesWorld[] = [];
  const departments = new Map<RacesWorld, Department>();
  const folder = mkdtempSync(join(tmpdir(), 'helhed-clocks-'));
  const clocks = new SteppedClocks(folder);
  const seed = Number(process.env['HELHED_SEED'] ?? Date.now() % 100_000);

  beforeAll(async () => {
    platform = await startPlatform({
      instances: 2,
      ownPostgres: true,
      env: (instance) => ({ ...clocks.environmentOf(instance), WEBHOOK_NETWORKS: '127.0.0.0/8' }),
    });
    for (let made = 0; made < municipalities; made++) {
      const world = await RacesWorld.make(platform, families, seed + made);
      worlds.push(world);
      if (sentKinds.some(isChosen)) departments.set(world, await Department.listen(world));
    }
  }, 600_000);
  afterAll(async () => {
    closeConnections();
    for (const department of departments.values()) await department.close();
    await platform?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it(
    `shows nothing after its answer, in ${wantedRaces} races of a read against a withdrawal`,
    async () => {
      console.log(`races: seed ${seed} (HELHED_SEED)`);
      const tally = new Tally();
      const began = performance.now();
      const struck: Record<string, number> = {};
      try {
        await racing(tally, struck);
      } finally {
        const took = Math.round((performance.now() - began) / 1_000);
        console.log(
          `${tally.summary()}; ${took} s\n${tally.table()}\n${JSON.stringify(struck)} ${JSON.stringify(tally.statuses)}`,
        );
      }
      expect(tally.leaks).toEqual([]);
      expect(tally.races).toBeGreaterThanOrEqual(wantedRaces);
      expect(Math.min(...Object.values(tally.withdrawals))).toBeGreaterThan(0);
      for (const { name } of chosen) {
        expect(tally.of(name).shown).toBeGreaterThan(0);
        expect(tally.of(name).justAfter).toBeGreaterThanOrEqual(wantedJustAfter);
      }
      expect(Object.keys(tally.statuses).filter((status) => Number(status) >= 500 && status !== '503')).toEqual([]);
    },
    mostMs + 120_000,
  );

  const outletsOf = (world: RacesWorld): Department[] => [departments.get(world) ?? []].flat();

  async function racing(tally: Tally, struck: Record<string, number>): Promise<void> {
    const random = seededRandom(seed);
    const strikes = strikesOf(platform, clocks, random);
    const until = performance.now() + mostMs;
    let going = true;
    const striking = (async () => {
      for (let turn = 0; going; turn++) {
        await pause(betweenStrikesMs * (0.5 + random()));
        const { name, strike } = strikes[turn % strikes.length] as (typeof strikes)[number];
        if (!going) break;
        await strike();
        struck[name] = (struck[name] ?? 0) + 1;
      }
    })();
    const runOn = async (world: RacesWorld, family: Family) => {
      while (going && tally.races < wantedRaces && tally.leaks.length === 0 && performance.now() < until)
        await race(world, family, tally, random, outletsOf(world));
    };
    try {
      // a strike that fails ends it too
      const all = worlds.flatMap((world) => world.families.map((family) => runOn(world, family)));
      await Promise.race([Promise.all(all), striking]);
    } finally {
      going = false;
      await striking;
    }
  }
});
