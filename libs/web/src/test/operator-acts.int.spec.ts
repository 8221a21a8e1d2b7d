import pg from 'pg';
import { type Club, startClub } from './start-club.js';

const letter = '01a20062-7b0b-71ae-8c15-e11823600673';

describe('what an operator does', () => {
  let club: Club;
  beforeAll(async () => {
    club = await startClub();
    await run(
      club.database.worker,
      `INSERT INTO helhed.parked_event (municipality, source, order_key, incarnation, seq, id, state, reason, event)
       VALUES ('0450', '/helhed/0450/consent', 'k', '${letter}', 1, '${letter}', 'dead', 'Error', '{"type":"t"}')`,
    );
  });
  afterAll(() => club.stop());

  const run = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`SELECT set_config('helhed.municipality', '0450', false)`);
    return client.query<{ kind: string; act: string }>(sql).finally(() => client.end());
  };
  const acts = async () => {
    const sql = `SELECT kind, act FROM helhed.access_log WHERE actor_kind = 'operator' ORDER BY id`;
    return (await run(club.database.owner, sql)).rows.map(({ kind, act }) => `${kind} ${act}`);
  };
  const ask = (method: string, path: string, body?: object) =>
    club.ask(method, `/v1/operations/${path}`, { body, token: club.tokens.operator() });

  it.each<[string, string, object | undefined, string]>([
    ['PUT', 'clock/0450', { offsetMs: 0 }, 'command operations.set-clock'],
    ['GET', `dead-letters/${letter}`, undefined, 'look operations.show-dead-letter'],
    ['POST', `dead-letters/${letter}:replay`, undefined, 'command operations.replay-dead-letter'],
    ['POST', 'outbox:republish', { since: '2026-01-01T00:00:00Z' }, 'command operations.republish'],
  ])('%s %s stands in the access log', async (method, path, body, line) => {
    const before = await acts();
    expect((await ask(method, path, body)).status).toBe(200);
    expect(await acts()).toEqual([...before, line]);
  });

  it('a municipality’s issuer is replaced only by who says so, and both stand in the access log', async () => {
    const issuer = 'https://elsewhere.example/auth/realms/kommune-0450';
    const before = await acts();
    expect(before[0]).toBe('command operations.register-municipality');
    const refused = await ask('PUT', 'municipalities/0450', { issuer });
    expect([refused.status, refused.json.type]).toEqual([409, '/referral/problems/issuer-differs']);
    expect((await club.ask('GET', '/v1/boats')).status).toBe(200);
    expect(await acts()).toEqual(before);

    const same = await ask('PUT', 'municipalities/0450', { issuer: club.tokens.issuer });
    expect(same.json).toEqual({ code: '0450', issuer: club.tokens.issuer });
    const replaced = await ask('PUT', 'municipalities/0450', { issuer, replaceIssuer: true });
    expect(replaced.json).toEqual({ code: '0450', issuer });
    expect((await acts()).slice(before.length)).toEqual([
      'command operations.register-municipality',
      'command operations.replace-issuer',
    ]);
  });
});
