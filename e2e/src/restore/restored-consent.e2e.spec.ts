import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { countedMs } from '@helhed/access';
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
  const ended = async (id: string) => (await ask('vibeke', `/consent/v1/bases/${id}`)).body['ended'];
  const becomes = (what: string, look: () => Promise<unknown>, wanted: unknown) =>
    eventually(what, look, (found) => found === wanted, 60_000);

  const withdraw = async (id: string) => {
    const { body } = await ask('vibeke', `/consent/v1/bases/${id}`);
    const givers = (body['givers'] as { person: string }[]).map(({ person }) => person);
    expect(await ask('vibeke', `/consent/v1/bases/${id}:withdraw`, 'POST', { givers })).toMatchObject({ status: 200 });
  };
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
