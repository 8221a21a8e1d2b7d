import { contexts } from '@helhed/contracts';
import { seededRandom, startPlatform, type TestPlatform } from '@helhed/testing';
import { nyborgThread } from '../nyborg-thread/nyborg-thread.js';
import { platformTarget } from '../story/open-target.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const full = process.env['HELHED_FULL'] === '1';
const wanted = full ? 300 : 30;

/**
 * Kills with SIGKILL, in turn, each service (and with it its relay), NATS and PostgreSQL, while stories run. The stories'
 * clients are the judges: each knows what it was answered, and its oracle counts what the figures must be.
 */
describe('a platform whose parts are killed', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform({ ownPostgres: true });
  }, 120_000);
  afterAll(() => platform?.stop());

  it(
    `loses nothing that was answered and does nothing twice, under ${wanted} kills`,
    async () => {
      const seed = Number(process.env['HELHED_SEED'] ?? Date.now() % 100_000);
      console.log(`faults: seed ${seed} (HELHED_SEED)`);
      const random = seededRandom(seed);
      const target = await platformTarget(platform);
      const kills: Record<string, number> = {};
      let done = 0;
      const kill = async (turn: number): Promise<void> => {
        const victims = [...contexts, 'nats', 'postgres'] as const;
        const name = victims[turn % victims.length] as (typeof victims)[number];
        const servers = { nats: platform.nats, postgres: platform.postgres };
        const part = name === 'nats' || name === 'postgres' ? servers[name] : platform.process(name);
        await part?.kill();
        await pause(100 + random() * 700);
        await part?.start();
        kills[name] = (kills[name] ?? 0) + 1;
        done++;
      };
      let telling = true;
      const killing = (async () => {
        for (let turn = 0; telling; turn++) {
          await pause(300 + random() * 900);
          if (telling && done < wanted) await kill(turn);
        }
      })();
      let told = 0;
      const statuses: Record<string, number> = {};
      try {
        do {
          const { answers } = await nyborgThread(target, { families: 12, seed: seed + told, say: () => undefined });
          for (const [status, count] of Object.entries(answers)) statuses[status] = (statuses[status] ?? 0) + count;
          told++;
        } while (done < wanted);
      } finally {
        telling = false;
        await killing;
      }
      console.log(
        `faults: ${done} kills ${JSON.stringify(kills)}, ${told} stories, answers ${JSON.stringify(statuses)}`,
      );
      expect(done).toBeGreaterThanOrEqual(wanted);
      expect(Object.keys(statuses).filter((status) => Number(status) >= 500 && status !== '503')).toEqual([]);
    },
    full ? 3_000_000 : 600_000,
  );
});
