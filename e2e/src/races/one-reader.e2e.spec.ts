import { setTimeout as pause } from 'node:timers/promises';
import { countedMs } from '@helhed/access';
import { startPlatform, type ServiceProcess, type TestPlatform } from '@helhed/testing';
import { connected } from '../platform/catalogue.js';
import { eventually } from '../story/api.js';
import { closeConnections, type Timed } from './client.js';
import type { Family } from './family.js';
import { give, withdraw } from './give-and-withdraw.js';
import type { Kind } from './kind.js';
import { kinds } from './kinds.js';
import { Link } from './link.js';
import { read } from './race.js';
import { RacesWorld } from './races-world.js';

/** What an issuer counts of a lease, and what a machine that is busy may add: without an end it waits for as long as it is stopped. */
const longestMs = countedMs + 30_000;
const resting = kinds.filter(({ rests, service }) => rests === 'outcome' && service === 'referral');
const timesEach = 6;

/** withdrawal.md, one at a time: the only reader of its kind is out of consent's reach while a consent is withdrawn. */
describe('a service that holds a lease and hears nothing of a withdrawal', () => {
  let platform: TestPlatform;
  let world: RacesWorld;
  let family: Family;
  let reader: ServiceProcess;
  let link: Link;

  beforeAll(async () => {
    platform = await startPlatform();
    world = await RacesWorld.make(platform, 1, Date.now() % 100_000);
    family = world.families[0] as Family;
    reader = platform.process('referral');
    link = await Link.to(platform.url);
    await restart({ CONSENT_URL: link.url });
  }, 400_000);
  afterAll(async () => {
    closeConnections();
    link?.close();
    await platform?.stop();
  }, 120_000);

  const restart = async (env: Record<string, string>) => {
    await reader.stop();
    await reader.start(env);
  };
  const readAll = () =>
    Promise.all(
      Array.from({ length: timesEach }, () => resting)
        .flat()
        .map(async (kind) => ({ kind, seen: await read(world, kind, reader, family) })),
    );
  const shown = (reads: readonly { kind: Kind; seen: Timed | undefined }[]) =>
    reads.filter(({ kind, seen }) => seen && kind.shows(seen, family)).map(({ kind }) => kind.name);

  /** Consent is given and shown; then the reader is struck, and the consent withdrawn. */
  async function withdrawn(strike: () => Promise<void> | void): Promise<number> {
    const basisId = await give(world, family, 'outcome', Math.random);
    await eventually(
      'all kinds shown',
      async () => shown(await readAll()),
      ({ length }) => length === resting.length * timesEach,
    );
    await strike();
    const began = performance.now();
    const { endedAt } = await withdraw(world, family, basisId, Math.random);
    return endedAt - began;
  }
  /** While it is stopped it is asked; going on, it answers, and the bus has nothing new for it: only its lease is in the way. */
  async function askedWhileStopped(): Promise<{ answeredMs: number; after: string[] }> {
    try {
      const answeredMs = await withdrawn(async () => {
        reader.pause();
        await platform.nats.kill();
      });
      // nor does consent answer it: what a renewal would tell comes too late for who has asked
      for (const each of world.instancesOf('consent')) each.pause();
      const asked = readAll();
      await pause(200);
      reader.continue();
      return { answeredMs, after: shown(await asked) };
    } finally {
      for (const each of world.instancesOf('consent')) each.continue();
      reader.continue();
      await platform.nats.start();
    }
  }

  it('is waited for until its lease has run out where it is stopped, and going on shows nothing to who asked since', async () => {
    const { answeredMs, after } = await askedWhileStopped();
    console.log(`answered after ${Math.round(answeredMs)} ms, one reader stopped`);
    expect(after).toEqual([]);
    expect(answeredMs).toBeGreaterThan(1_000);
    expect(answeredMs).toBeLessThan(longestMs);
  }, 120_000);

  it('is waited for where it is cut off from consent and from the bus, and shows nothing from then on', async () => {
    const answeredMs = await withdrawn(async () => {
      link.cut();
      await platform.nats.kill();
    });
    console.log(`answered after ${Math.round(answeredMs)} ms, one reader cut off`);
    try {
      const reads = await readAll();
      expect(reads.map(({ seen }) => seen?.status)).toEqual(reads.map(() => 503));
      expect(answeredMs).toBeGreaterThan(1_000);
      expect(answeredMs).toBeLessThan(longestMs);
    } finally {
      link.mend();
      await platform.nats.start();
    }
    const withheld = await eventually('answers again', readAll, (reads) =>
      reads.every(({ seen }) => seen?.status === 200),
    );
    expect(shown(withheld)).toEqual([]);
  }, 120_000);

  it('is not waited for where it was stopped in an orderly way', async () => {
    const leases = () =>
      connected(platform.databases.consent.worker, async (client) => {
        const { rows } = await client.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM lease WHERE service = 'referral'`,
        );
        return rows[0]?.n;
      });
    const answeredMs = await withdrawn(async () => {
      expect(await leases()).toBe(1);
      await reader.stop();
      expect(await leases()).toBe(0);
    });
    await reader.start({ CONSENT_URL: link.url });
    console.log(`answered after ${Math.round(answeredMs)} ms, one reader gone`);
    if (process.env['HELHED_FULL'] === '1') expect(answeredMs).toBeLessThan(2_500);
  }, 120_000);

  it('would show it to who asked since, were a flag kept instead of a clock asked', async () => {
    await restart({ NODE_OPTIONS: `--import=${new URL('./kept-flag.js', import.meta.url).href}` });
    let after: string[] = [];
    for (let round = 0; round < 8 && after.length === 0; round++) ({ after } = await askedWhileStopped());
    console.log(`by a flag: ${after.length} of ${resting.length * timesEach} shown`);
    expect(after.length).toBeGreaterThan(0);
  }, 240_000);
});
