import { startTestPostgres, type TestPostgres } from '@helhed/testing';
import { type Club, startClub } from './start-club.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('when PostgreSQL is killed', () => {
  let postgres: TestPostgres;
  let club: Club;
  beforeAll(async () => {
    postgres = await startTestPostgres();
    club = await startClub(postgres.adminUrl);
  });
  afterAll(async () => {
    await club?.stop();
    await postgres?.stop();
  });

  const buy = (key: string) =>
    club.ask('POST', '/v1/boats', { body: { name: 'Gyda', seats: 4 }, headers: { 'idempotency-key': key } });

  it('answers 503 with Retry-After, never 500, and goes on when it is back', async () => {
    const statuses = new Set<number>();
    const until = new AbortController();
    const crowd = Array.from({ length: 8 }, async (_, n) => {
      for (let i = 0; !until.signal.aborted; i++) {
        const { status, headers } = i % 2 ? await buy(`crowd ${n} ${i}`) : await club.ask('GET', '/v1/boats');
        statuses.add(status);
        if (status === 503) expect(headers.get('retry-after')).toBe('2');
      }
    });
    const seen = async (...of: number[]) => {
      while (!of.every((status) => statuses.has(status))) await pause(20);
    };
    await seen(200, 201);
    await postgres.kill();
    await seen(503);
    const down = await club.ask('GET', '/health/ready', { token: null });
    expect([down.status, down.json]).toMatchObject([503, { status: 'down', dependencies: { database: 'down' } }]);
    expect((await club.ask('GET', '/health/live', { token: null })).status).toBe(200);
    await postgres.start();
    for (const status of [200, 201]) statuses.delete(status);
    await seen(200, 201);
    until.abort();
    await Promise.all(crowd);
    expect(statuses).toEqual(new Set([200, 201, 503]));
    expect((await buy('afterwards')).status).toBe(201);
    while ((await club.ask('GET', '/health/ready', { token: null })).status !== 200) await pause(20);
  });

  it('what was answered before is there afterwards, once', async () => {
    const before = await buy('kept');
    await postgres.kill();
    expect((await buy('kept')).status).toBe(503);
    await postgres.start();
    const after = await buy('kept');
    expect([after.status, after.json.id]).toEqual([201, before.json.id]);
  });
});
