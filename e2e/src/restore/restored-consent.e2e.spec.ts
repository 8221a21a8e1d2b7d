import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { countedMs } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { restored } from '@helhed/local';
import { startPlatform, testServers, type TestPlatform } from '@helhed/testing';
import { LooksWorld } from '../look-log/looks-world.js';
import { connected } from '../platform/catalogue.js';
import { eventually } from '../story/api.js';

/** A lease, and what an issuer counts beyond it. */
const leasesOverMs = countedMs + 100;

interface Urls {
  readonly app: string;
  readonly worker: string;
}

describe('consent’s database restored from before a withdrawal', () => {
  let platform: TestPlatform;
  let world: LooksWorld;
  /** Where consent's rows are now. */
  let current: Urls;

  beforeAll(async () => {
    platform = await startPlatform();
    current = platform.databases.consent;
    world = await LooksWorld.make(platform);
  }, 600_000);
  afterAll(() => platform?.stop());

  const ask = async (who: string, path: string, method = 'GET', body?: object) => {
    const headers = new Headers({ accept: '*/*', authorization: `Bearer ${await world.as(who)!()}` });
    if (body) headers.set('content-type', 'application/json');
    const answer = await fetch(`${platform.url}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const operate = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const headers = new Headers({ authorization: `Bearer ${await platform.operator.token()}` });
    if (body) headers.set('content-type', 'application/json');
    const answer = await fetch(`${platform.url}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect([path, answer.status, text]).toEqual([path, answer.status < 300 ? answer.status : 200, text]);
    return JSON.parse(text) as T;
  };

  /** What somebody gets of the family: its members' names, them withheld, or the status of a refusal. */
  const family = async (who: string): Promise<'shown' | 'withheld' | number> => {
    const { status, body } = await ask(who, `/family-plan/v1/families/${world.held.family}`);
    if (status !== 200) return status;
    const withheld = body['withheld'] as { category: string }[];
    return withheld.some(({ category }) => category === 'identity') ? 'withheld' : 'shown';
  };
  const outcome = async () => (await ask('pia', `/referral/v1/referrals/${world.held.referral}/outcome`)).status;
  /** The same of what came of the referral, for its sender. */
  const shownOutcome = async () => {
    const { status, body } = await ask('pia', `/referral/v1/referrals/${world.held.referral}/outcome`);
    if (status !== 200) return status;
    return (body['withheld'] as object[]).length > 0 ? 'withheld' : 'shown';
  };
  const ended = async (id: string) => (await ask('vibeke', `/consent/v1/bases/${id}`)).body['ended'];
  const becomes = (what: string, look: () => Promise<unknown>, wanted: unknown) =>
    eventually(what, look, (found) => found === wanted, 60_000);

  const withdraw = async (id: string) => {
    const { body } = await ask('vibeke', `/consent/v1/bases/${id}`);
    const givers = (body['givers'] as { person: string }[]).map(({ person }) => person);
    expect(await ask('vibeke', `/consent/v1/bases/${id}:withdraw`, 'POST', { givers })).toMatchObject({ status: 200 });
  };
  /** How many of consent's events the stream does not have. */
  const untold = () =>
    connected(current.worker, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM helhed.outbox WHERE published_at IS NULL',
      );
      return rows[0]?.n;
    });
  const start = () =>
    platform.process('consent').start({ DATABASE_URL: current.app, DATABASE_WORKER_URL: current.worker });

  /** Consent goes on with its database as it was before `work`, as from a backup. */
  async function restoredFromBefore(work: () => Promise<void>, meanwhile?: () => Promise<void>): Promise<string> {
    const consent = platform.process('consent');
    await consent.stop();
    const backup = await copyOf(current);
    const at = new Date().toISOString();
    await start();
    await work();
    await consent.stop();
    await meanwhile?.();
    current = backup;
    await start();
    await pause(leasesOverMs);
    return at;
  }

  it('takes back what its ledger has, and nothing revocable is read before it was opened', async () => {
    const [, cooperation] = world.held.bases as [string, string];
    await becomes('the school reading', () => family('trine'), 'shown');
    await becomes('the department reading', () => family('sofie'), 'shown');
    const since = await restoredFromBefore(async () => {
      await withdraw(cooperation);
      expect(await family('trine')).toBe('withheld');
    });
    await becomes('the withdrawal taken back', () => ended(cooperation), 'withdrawn');
    for (let round = 0; round < 3; round++, await pause(500))
      expect([await family('sofie'), await family('vibeke'), await outcome()]).toEqual([503, 'shown', 503]);
    expect(await family('trine')).not.toBe('shown');

    await restored(operate, 'consent', since);
    await becomes('the department reading again', () => family('sofie'), 'shown');
    expect([await family('trine'), await ended(cooperation)]).toEqual(['withheld', 'withdrawn']);
    expect(await outcome()).toBe(200);
  }, 600_000);

  it('takes back from the other databases what it lost together with its ledger', async () => {
    const [, , coordination] = world.held.bases as [string, string, string];
    const since = await restoredFromBefore(
      async () => {
        await withdraw(coordination);
        await becomes('the department reading no more', () => family('sofie'), 'withheld');
        // every service hears of it
        await becomes('the outcome read', outcome, 200);
      },
      () => rm(join(platform.dataDir, 'withdrawals'), { recursive: true }),
    );
    expect(await ended(coordination)).toBe(null);
    for (let round = 0; round < 3; round++, await pause(500))
      expect([await outcome(), await family('vibeke')]).toEqual([503, 'shown']);

    await restored(operate, 'consent', since);
    expect(await ended(coordination)).toBe('withdrawn');
    await becomes('the outcome read again', outcome, 200);
    expect([await family('sofie'), await family('trine')]).toEqual(['withheld', 'withheld']);
  }, 600_000);

  it('finds by the stream alone what nobody else had heard, and waits until they have', async () => {
    const [toSender] = world.held.bases as [string];
    const others = platform.processes.filter(({ service }) => service !== 'consent');
    await becomes('the outcome shown', shownOutcome, 'shown');
    const since = await restoredFromBefore(
      async () => {
        await becomes('the outcome shown', shownOutcome, 'shown');
        // they give no lease back: the withdrawal is answered when theirs have run out
        await Promise.all(others.map((each) => each.kill()));
        await withdraw(toSender);
        await becomes('all told', untold, 0);
      },
      () => rm(join(platform.dataDir, 'withdrawals'), { recursive: true }),
    );
    expect(await ended(toSender)).toBe(null);
    // before any of those who will hear of it runs
    const lease = { instance: newId(), epoch: 0 };
    const { status, body } = await ask('referral', '/consent/v1/leases', 'POST', lease);
    expect([status, body['type']]).toEqual([503, expect.stringMatching(/register-restored$/)]);

    const seen = new Set<unknown>();
    let isOver = false;
    const reading = (async () => {
      while (!isOver) seen.add(await shownOutcome().catch(() => 'no answer'));
    })();
    await Promise.all(others.map((each) => each.start()));
    await restored(operate, 'consent', since);
    expect(await ended(toSender)).toBe('withdrawn');
    await becomes('the outcome withheld', shownOutcome, 'withheld');
    isOver = true;
    await reading;
    expect(seen).not.toContain('shown');
    expect(seen).toContain(503);
  }, 600_000);
});

let copies = 0;

/** The database as it is now, under another name; nobody is connected to it. */
async function copyOf({ app, worker }: Urls): Promise<Urls> {
  const from = new URL(app).pathname.slice(1);
  const to = `${from}_copy${++copies}`;
  const { adminUrl } = await testServers().postgres();
  await connected(adminUrl, (client) => client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`));
  return { app: app.replace(from, to), worker: worker.replace(from, to) };
}
