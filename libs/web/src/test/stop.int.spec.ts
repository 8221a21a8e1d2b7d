import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Club, prepareClub, startClub } from './start-club.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('stopping', () => {
  it('finishes the request that is under way and takes no more', async () => {
    const club = await startClub();
    const { json } = await club.ask('POST', '/v1/boats', {
      body: { name: 'Gyda', seats: 4 },
      headers: { 'idempotency-key': 'k' },
    });
    const boat = await hold(club, json.id);
    const launched = club.ask('POST', `/v1/boats/${json.id}:launch`, { headers: { 'if-match': '"1"' } });
    while ((await boat.waiting()) === 0) await pause(20);
    const stopped = club.stop();
    const refused = () => fetch(`${club.service.url}/health/live`).then(() => undefined, String);
    let refusal = await refused();
    for (; refusal === undefined; refusal = await refused()) await pause(20);
    expect(refusal).toContain('fetch failed');
    await boat.letGo();
    expect((await launched).status).toBe(200);
    await stopped;
  });

  it('does not wait for a NATS that never answered', async () => {
    const club = await startClub(undefined, { NATS_URL: '127.0.0.1:1' });
    const ready = await club.ask('GET', '/health/ready', { token: null });
    expect([ready.status, ready.json]).toMatchObject([200, { status: 'degraded', dependencies: { nats: 'down' } }]);
    const began = performance.now();
    await club.stop();
    // its tries have no end
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  it('a process says when it is ready, and ends in order on SIGTERM', async () => {
    const around = await prepareClub();
    const main = fileURLToPath(new URL('club-process.js', import.meta.url));
    const child = spawn(process.execPath, [main], { env: around.env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { ready, port } = JSON.parse(line) as { ready: boolean; port: number };
    expect([ready, (await fetch(`http://127.0.0.1:${port}/referral/health/live`)).status]).toEqual([true, 200]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await around.stop();
  });
});

/** Locks a boat from another session, as somebody slow would. @returns what unlocks it, and how many wait until then */
async function hold(club: Club, id: string) {
  const client = new pg.Client({ connectionString: club.database.owner });
  await client.connect();
  await client.query(`BEGIN; SELECT set_config('helhed.municipality', '0450', true)`);
  const { rowCount } = await client.query('SELECT FROM boat WHERE id = $1 FOR UPDATE', [id]);
  expect(rowCount).toBe(1);
  const waiting = async () => (await client.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount;
  return { letGo: () => client.end(), waiting };
}
