import { type Club, startClub } from './start-club.js';

describe('an API on the platform', () => {
  let club: Club;
  beforeAll(async () => {
    club = await startClub();
  });
  afterAll(() => club.stop());

  const buy = (name: string, key: string, asking = {}) =>
    club.ask('POST', '/v1/boats', { body: { name, seats: 4 }, headers: { 'idempotency-key': key }, ...asking });

  it('makes a thing, and says where it is and which version', async () => {
    const made = await buy('Gyda', 'first');
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toMatch(/^"1-[\w-]{22}"$/);
    expect(made.headers.get('location')).toBe(`/referral/v1/boats/${made.json.id}`);
    const got = await club.ask('GET', `/v1/boats/${made.json.id}`);
    expect([got.status, got.json]).toEqual([200, made.json]);
    expect(got.headers.get('etag')).toBe(made.headers.get('etag'));
  });

  it('makes it once however often it is asked with the same key, and answers as of now', async () => {
    const made = await buy('Alma', 'again');
    await club.ask('POST', `/v1/boats/${made.json.id}:launch`, { headers: { 'if-match': '"1"' } });
    const again = await buy('Alma', 'again');
    expect(again.status).toBe(201);
    expect(again.json).toMatchObject({ id: made.json.id, state: 'afloat', version: 2 });
  });

  it('makes it once when the same request comes sixteen times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => buy('Sif', 'at once')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
  });

  it('refuses a key that came with another body, and keeps each sender’s keys apart', async () => {
    const made = await buy('Freja', 'mine');
    expect(await buy('Idun', 'mine')).toMatchObject({
      status: 422,
      json: { type: '/referral/problems/idempotency-key-reused' },
    });
    const other = await buy('Idun', 'mine', { token: club.tokens.rower({ sub: 'another-rower' }) });
    expect(other.status).toBe(201);
    expect(other.json.id).not.toBe(made.json.id);
  });

  it('lets a refused create be mended and sent again with the same key', async () => {
    expect(
      (
        await club.ask('POST', '/v1/boats', {
          body: { name: 'Titanic', seats: 4 },
          headers: { 'idempotency-key': 'mended' },
        })
      ).status,
    ).toBe(400);
    expect((await buy('Saga', 'mended')).status).toBe(201);
  });

  it('changes a thing only as it was last read', async () => {
    const path = `/v1/boats/${(await buy('Embla', 'change')).json.id}:launch`;
    expect((await club.ask('POST', path, { headers: { 'if-match': '"7"' } })).status).toBe(412);
    expect((await club.ask('POST', path, { headers: { 'if-match': '"abc"' } })).status).toBe(412);
    const { headers } = await club.ask('GET', path.slice(0, path.indexOf(':')));
    const launched = await club.ask('POST', path, { headers: { 'if-match': headers.get('etag')! } });
    expect([launched.status, launched.json]).toMatchObject([200, { version: 2 }]);
    expect((await club.ask('POST', path, { headers: { 'if-match': headers.get('etag')! } })).status).toBe(412);
    const again = await club.ask('POST', path, { headers: { 'if-match': '"2"' } });
    expect([again.status, again.json.type]).toEqual([409, '/referral/problems/already-afloat']);
  });

  it('lets one of two change it who read the same', async () => {
    const path = `/v1/boats/${(await buy('Nanna', 'race')).json.id}:launch`;
    const both = await Promise.all([1, 2].map(() => club.ask('POST', path, { headers: { 'if-match': '"1"' } })));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  it('pages through a list with exact totals', async () => {
    for (let n = 0; n < 7; n++) await buy(`Twin`, `page ${n}`);
    const all = await club.ask('GET', '/v1/boats?limit=200');
    const names: string[] = [];
    let path = '/v1/boats?limit=3';
    for (let pages = 0; path !== '' && pages < 20; pages++) {
      const page = await club.ask('GET', path);
      expect(page.json.total).toBe(all.json.items.length);
      names.push(...page.json.items.map(({ id }) => id));
      path = page.json.next ? `/v1/boats?limit=3&cursor=${page.json.next}` : '';
    }
    expect(names).toEqual(all.json.items.map(({ id }) => id));
  });

  it('carries a trace on and sends the headers that keep an answer safe', async () => {
    const answer = await club.ask('GET', '/v1/boats', {
      headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
    });
    expect(answer.headers.get('traceparent')).toContain('0af7651916cd43dd8448eb211c80319c');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'strict-transport-security': expect.stringContaining('max-age='),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(answer.headers.get('server') ?? answer.headers.get('x-powered-by')).toBeNull();
  });
});
