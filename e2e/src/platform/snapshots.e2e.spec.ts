import { rm } from 'node:fs/promises';
import { startPlatform, testServers, type TestPlatform } from '@helhed/testing';
import { referralOf } from '../nyborg-referred/families.js';
import { connected } from './catalogue.js';
import { Sender } from './sender.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Referral, which owns; family-plan and reporting, which hear of it: each a process, over a bus that may be lost. */
describe('what an owner tells again', () => {
  let platform: TestPlatform;
  let sender: Sender;
  let backup: { app: string; worker: string };
  const referrals: { id: string; familyId: string }[] = [];

  beforeAll(async () => {
    platform = await startPlatform({ services: ['referral', 'family-plan', 'reporting'] });
    sender = await Sender.of(platform);
  }, 300_000);
  afterAll(() => platform?.stop());

  const refer = async (family: number) => {
    const answer = await sender.post('/referral/v1/referrals', referralOf(family, 'accepted', new Date(), 5));
    expect(answer.status).toBe(201);
    const referral = (await answer.json()) as { id: string; familyId: string };
    referrals.push(referral);
    return referral;
  };
  const withdraw = async ({ id }: { id: string }) =>
    expect(
      (await sender.triager!.post(`/referral/v1/referrals/${id}:withdraw`, { reasonCode: 'family-moved' })).status,
    ).toBe(200);
  const one = async (service: 'family-plan' | 'reporting', sql: string, id: string) =>
    connected(
      platform.databases[service].backup,
      async (client) => (await client.query<Record<string, unknown>>(sql, [id])).rows[0],
    );
  const family = (id: string) =>
    one('family-plan', 'SELECT state, erase_on IS NOT NULL AS going FROM family WHERE id = $1', id);
  const journey = (id: string) =>
    one(
      'reporting',
      `SELECT withdrawn_on IS NOT NULL AS withdrawn FROM journey WHERE referral_id = $1 ORDER BY generation DESC LIMIT 1`,
      id,
    );
  const unshipped = () =>
    connected(platform.databases.referral.backup, async (client) => {
      const sql = 'SELECT count(*)::int AS waiting FROM helhed.access_log WHERE seq IS NULL';
      return (await client.query<{ waiting: number }>(sql)).rows[0]?.waiting;
    });
  const becomes = async (look: () => Promise<unknown>, wanted: unknown, ms = 40_000) => {
    for (const until = Date.now() + ms; Date.now() < until; await pause(200))
      if (JSON.stringify(await look()) === JSON.stringify(wanted)) return;
    expect(await look()).toEqual(wanted);
  };
  const operate = async (path: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${await platform.operator.token()}`,
      ...(body && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(`${platform.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect([path, answer.ok]).toEqual([path, true]);
    return (await answer.json()) as Record<string, unknown>;
  };

  it('reaches services that were away until neither bus nor outbox had the events any more', async () => {
    const { id, familyId } = await refer(1);
    await becomes(() => family(familyId), { state: 'prospective', going: false });
    await Promise.all(['family-plan', 'reporting'].map((name) => platform.process(name as 'reporting').stop()));
    await withdraw({ id });
    await pause(500);
    await platform.nats.kill();
    await rm(platform.nats.storeDir, { recursive: true, force: true });
    await connected(platform.databases.referral.worker, (client) => client.query('DELETE FROM helhed.outbox'));
    await platform.nats.start();
    await Promise.all(['family-plan', 'reporting'].map((name) => platform.process(name as 'reporting').start()));
    const [municipality] = await connected(
      platform.databases.referral.worker,
      async (client) => (await client.query<{ code: string }>('SELECT code FROM helhed.municipality')).rows,
    );
    // the programme and the family
    const told = await operate('/referral/v1/operations/snapshots:publish', { municipality: municipality?.code });
    expect(told).toEqual({ keys: 2 });
    await becomes(() => family(familyId), { state: 'prospective', going: true });
    await becomes(() => journey(id), { withdrawn: true });
  });

  it('takes consumers back to what an owner says that was restored', async () => {
    const { id, familyId } = await refer(2);
    await becomes(() => journey(id), { withdrawn: false });
    await becomes(() => family(familyId), { state: 'prospective', going: false });
    // a log's name is a key of the owner's as soon as a batch of it was told, which is a moment after the answer
    await becomes(unshipped, 0);
    const referral = platform.process('referral');
    await referral.stop();
    backup = await copyOf(platform);
    await referral.start();
    await withdraw({ id });
    const lost = await refer(3);
    await becomes(() => journey(id), { withdrawn: true });
    await becomes(() => family(familyId), { state: 'prospective', going: true });
    await becomes(() => family(lost.familyId), { state: 'prospective', going: false });
    await referral.stop();
    await referral.start({ DATABASE_URL: backup.app, DATABASE_WORKER_URL: backup.worker });
    const { keys } = await operate('/referral/v1/operations/incarnation:renew');
    // the programme, two families and its access log; of the third family it knows nothing
    expect(keys).toBe(4);
    await becomes(() => family(familyId), { state: 'prospective', going: false });
    await becomes(() => family(lost.familyId), { state: 'prospective', going: true }, 60_000);
    const { municipality } = (await one('reporting', 'SELECT municipality FROM journey WHERE referral_id = $1', id))!;
    await operate('/reporting/v1/operations/read-models:rebuild', { municipality });
    await becomes(() => journey(id), { withdrawn: false });
    await becomes(() => journey(referrals[0]!.id), { withdrawn: true });
    await becomes(() => one('reporting', journeys, lost.id).then((row) => row?.['counted']), 0);
    // and life goes on
    await withdraw({ id });
    await becomes(() => family(familyId), { state: 'prospective', going: true });
  });
});

const journeys = `
  SELECT count(*)::int AS counted FROM journey
  WHERE referral_id = $1 AND generation = (SELECT max(generation) FROM rebuild WHERE state <> 'building')`;

/** Referral's database as it is now, under another name; nobody is connected to it. */
async function copyOf({ databases: { referral } }: TestPlatform): Promise<{ app: string; worker: string }> {
  const from = new URL(referral.app).pathname.slice(1);
  const to = `${from}_restored`;
  const { adminUrl } = await testServers().postgres();
  await connected(adminUrl, (client) => client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`));
  return { app: referral.app.replace(from, to), worker: referral.worker.replace(from, to) };
}
