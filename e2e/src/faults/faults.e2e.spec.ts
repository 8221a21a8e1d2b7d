import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom, startPlatform, type TestPlatform } from '@helhed/testing';
import { faultsOfLog } from '../look-log/faults-of-log.js';
import { shipped } from '../look-log/register.js';
import { readRoutes } from '../look-log/routes.js';
import { deliverAct } from '../nyborg-referred/day-care-system.js';
import { nyborgReferred, type StoryResult, type StoryTrail } from '../nyborg-referred/nyborg-referred.js';
import { platformTarget, sendsToLoopback } from '../story/open-target.js';
import { drained } from './drained.js';
import { faultsOf } from './faults.js';

const full = process.env['HELHED_FULL'] === '1';
const wantedKills = full ? 300 : 30;
/** Longer on a machine that others use: what is never drained is found as well. */
const drainedInSeconds = full ? 30 : 120;

/** The stories' clients are the judges: each knows what it was answered, and its oracle counts what the figures must be. */
describe('a platform, two instances of each service, whose parts fail in turn', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform({ instances: 2, ownPostgres: true, env: sendsToLoopback });
  }, 120_000);
  afterAll(() => platform?.stop());

  it(
    `loses nothing that was answered, does nothing twice and drains in ${drainedInSeconds} s, under ${wantedKills} kills`,
    async () => {
      const seed = Number(process.env['HELHED_SEED'] ?? Date.now() % 100_000);
      console.log(`faults: seed ${seed} (HELHED_SEED)`);
      const random = seededRandom(seed);
      const target = await platformTarget(platform);
      const faults = faultsOf(platform, random);
      const struck: Record<string, number> = {};
      let kills = 0;
      let telling = true;
      let over = false;
      const failing = (async () => {
        for (let turn = 0; telling && kills < wantedKills; turn++) {
          await pause(300 + random() * 900);
          const fault = faults[turn % faults.length] as (typeof faults)[number];
          await fault.strike(100 + random() * 700);
          struck[fault.name] = (struck[fault.name] ?? 0) + 1;
          if (fault.kill) kills++;
        }
        return drained(platform, drainedInSeconds);
      })().finally(() => (over = true));
      let told = 0;
      const stories: (StoryResult & StoryTrail)[] = [];
      const statuses: Record<string, number> = {};
      try {
        do {
          const story = await nyborgReferred(target, { families: 12, seed: seed + told, say: () => undefined });
          const { answers } = story;
          stories.push(story);
          for (const [status, count] of Object.entries(answers)) statuses[status] = (statuses[status] ?? 0) + count;
          told++;
        } while (!over && kills < wantedKills);
      } finally {
        telling = false;
        await failing.catch(() => undefined);
      }
      console.log(
        `faults: ${kills} kills, drained in ${await failing} s; ${JSON.stringify(struck)}; ${told} stories, answers ${JSON.stringify(statuses)}`,
      );
      expect(kills).toBeGreaterThanOrEqual(wantedKills);
      // at least one row for each answered look; as many more as tries that nobody answered
      // and of what it sends by itself, one for each time that it tried
      for (const { municipality, asked } of stories)
        expect(faultsOfLog(asked, await shipped(platform, municipality), readRoutes(), [deliverAct])).toEqual([]);
      expect(Object.keys(statuses).filter((status) => Number(status) >= 500 && status !== '503')).toEqual([]);
    },
    full ? 3_000_000 : 900_000,
  );
});
