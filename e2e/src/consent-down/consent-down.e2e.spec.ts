import { setTimeout as pause } from 'node:timers/promises';
import { countedMs } from '@helhed/access';
import { startPlatform, type TestPlatform } from '@helhed/testing';
import { LooksWorld } from '../look-log/looks-world.js';
import { reads, type Read } from '../look-log/reads.js';
import { eventually } from '../story/api.js';

const downMs = process.env['HELHED_FULL'] === '1' ? 600_000 : 20_000;
/** A lease, and what an issuer counts beyond it. */
const leasesOverMs = countedMs * 2;
/** Consent is there again: its start, and a lease taken anew; asking all of them once takes a full machine 15 s. */
const backMs = 120_000;

const asked = reads.filter(({ route }) => !route.startsWith('GET /consent/'));

/** RE7 of quality.md, for the reads of docs/reads-under-consent.md. */
describe('while consent is down', () => {
  let platform: TestPlatform;
  let world: LooksWorld;

  beforeAll(async () => {
    platform = await startPlatform({ instances: 2 });
    world = await LooksWorld.make(platform);
  }, 300_000);
  afterAll(() => platform?.stop());

  interface Answer {
    readonly read: string;
    readonly status: number;
    readonly problem: string | undefined;
    readonly retryAfter: string | null;
  }

  const nameOf = ({ route, as, rests }: Read) => `${route} by ${as} (${rests})`;
  async function ask(read: Read): Promise<Answer> {
    const token = await world.as(read.as)?.();
    const headers = new Headers({ accept: '*/*' });
    if (token) headers.set('authorization', `Bearer ${token}`);
    const answer = await fetch(`${platform.url}${read.path(world.held)}`, { headers });
    const text = await answer.text();
    const problem = answer.ok ? undefined : (JSON.parse(text) as { type: string }).type.split('/').at(-1);
    return { read: nameOf(read), status: answer.status, problem, retryAfter: answer.headers.get('retry-after') };
  }
  async function askAll(): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const read of asked) answers.push(await ask(read));
    return answers;
  }
  const allAnswered = (answers: readonly Answer[]) => answers.every(({ status }) => status === 200);
  const expected = asked.map((read) =>
    read.rests === 'firm'
      ? { read: nameOf(read), status: 200, problem: undefined, retryAfter: null }
      : { read: nameOf(read), status: 503, problem: 'consent-unavailable', retryAfter: expect.stringMatching(/^\d+$/) },
  );

  it(
    `for ${downMs / 1_000} s what rests on firm grounds is answered, and the rest is not, and soon after all is again`,
    async () => {
      await eventually('every read answered', askAll, allAnswered);
      const consent = platform.processes.filter(({ service }) => service === 'consent');
      await Promise.all(consent.map((each) => each.kill()));
      await pause(leasesOverMs);
      let rounds = 0;
      for (const until = Date.now() + downMs; Date.now() < until || rounds === 0; rounds++, await pause(1_000))
        expect(await askAll()).toEqual(expected);
      console.log(`consent down: ${rounds} rounds of ${asked.length} reads`);
      await Promise.all(consent.map((each) => each.start()));
      await eventually('every read answered again', askAll, allAnswered, backMs);
    },
    downMs + 240_000,
  );
});
