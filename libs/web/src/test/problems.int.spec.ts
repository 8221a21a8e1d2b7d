import { request } from 'node:http';
import { type Asking, type Club, startClub } from './start-club.js';

describe('what is refused', () => {
  let club: Club;
  beforeAll(async () => {
    club = await startClub();
  });
  afterAll(() => club.stop());

  const key = { 'idempotency-key': 'k' };
  const nobody = { token: null };
  const id = '01a20062-7b0b-71ae-8c15-e11823600673';
  const boat = { name: 'Gyda', seats: 4 };

  it.each<[string, string, string, Asking, number, string]>([
    ['no token', 'GET', '/v1/boats', nobody, 401, 'token-missing'],
    ['a forged token', 'GET', '/v1/boats', { token: 'a.b.c' }, 401, 'token-refused'],
    ['a missing key', 'POST', '/v1/boats', { body: boat }, 400, 'idempotency-key-required'],
    [
      'a key too long',
      'POST',
      '/v1/boats',
      { body: boat, headers: { 'idempotency-key': 'k'.repeat(201) } },
      400,
      'idempotency-key-required',
    ],
    ['no body', 'POST', '/v1/boats', { headers: key }, 400, 'validation-failed'],
    ['JSON that ends too soon', 'POST', '/v1/boats', { body: '{"name":', headers: key }, 400, 'malformed-request'],
    [
      'JSON that would change prototypes',
      'POST',
      '/v1/boats',
      { body: '{"__proto__":{"x":1}}', headers: key },
      400,
      'malformed-request',
    ],
    [
      'a form',
      'POST',
      '/v1/boats',
      { body: 'a=1', headers: { ...key, 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    [
      'plain text',
      'POST',
      '/v1/boats',
      { body: 'x', headers: { ...key, 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['a body too large', 'POST', '/v1/boats', { body: { name: 'x'.repeat(66_000) }, headers: key }, 413, 'too-large'],
    [
      'a body too large for a route that reads more than others',
      'POST',
      '/v1/boats/fleet:describe',
      { body: { text: 'x'.repeat(263_000) } },
      413,
      'too-large',
    ],
    [
      'JSON nested deeper than anything asked for',
      'POST',
      '/v1/boats',
      { body: '['.repeat(30_000) + ']'.repeat(30_000), headers: key },
      400,
      'too-deep',
    ],
    [
      'a character that PostgreSQL cannot hold',
      'POST',
      '/v1/boats',
      { body: { name: 'a\u0000', seats: 1 }, headers: key },
      400,
      'validation-failed',
    ],
    ['an unknown parameter', 'GET', '/v1/boats?colour=red', {}, 400, 'validation-failed'],
    ['a parameter given twice', 'GET', '/v1/boats?limit=1&limit=2', {}, 400, 'validation-failed'],
    ['a made-up cursor', 'GET', '/v1/boats?cursor=abc', {}, 400, 'cursor-invalid'],
    ['a broken address', 'GET', '/v1/boats/%ff', {}, 400, 'malformed-request'],
    ['an id that is none', 'GET', '/v1/boats/42', {}, 404, 'not-found'],
    ['an id in capitals', 'GET', `/v1/boats/${id.toUpperCase()}`, {}, 404, 'not-found'],
    ['an id of nothing', 'GET', `/v1/boats/${id}`, {}, 404, 'not-found'],
    ['an address far too long', 'GET', `/v1/boats/${'a'.repeat(300)}`, {}, 414, 'too-large'],
    ['an unknown address', 'GET', '/v1/oars', {}, 404, 'not-found'],
    ['an unknown command', 'POST', `/v1/boats/${id}:capsize`, {}, 404, 'not-found'],
    ['a command to what has no such id', 'POST', '/v1/boats/42:launch', {}, 404, 'not-found'],
    ['a method that the address does not know', 'DELETE', `/v1/boats/${id}`, {}, 405, 'method-not-allowed'],
    ['a preflight from a page elsewhere', 'OPTIONS', '/v1/boats', {}, 405, 'method-not-allowed'],
    ['a change without If-Match', 'POST', `/v1/boats/${id}:launch`, {}, 428, 'if-match-required'],
    ...['3', 'abc', '*', 'W/"3"', '"3", "4"'].map((etag): [string, string, string, Asking, number, string] => [
      `an If-Match of ${etag}`,
      'POST',
      `/v1/boats/${id}:launch`,
      { headers: { 'if-match': etag } },
      400,
      'if-match-malformed',
    ]),
    ['a fault of ours', 'POST', '/v1/boats/fleet:sink', {}, 500, 'internal'],
  ])('%s', async (_what, method, path, asking, status, problem) => {
    const answer = await club.ask(method, path, asking);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.json).toMatchObject({
      status,
      type: `/referral/problems/${problem}`,
      titles: { da: expect.any(String), en: expect.any(String) },
    });
    expect(answer.json.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    const page = await club.ask('GET', `/problems/${problem}`, nobody);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each([
    ['may be left out', undefined, 200],
    ['is still what the schema says where it is there', {}, 400],
  ])('a body that is optional %s', async (_, body, status) => {
    const answer = await club.ask('POST', '/v1/boats/fleet:describe', body && { body });
    expect(answer.status).toBe(status);
  });

  it('reads as much as a route says that it reads', async () => {
    const answer = await club.ask('POST', '/v1/boats/fleet:describe', { body: { text: 'x'.repeat(255_000) } });
    expect([answer.status, answer.text]).toEqual([200, '{"length":255000}']);
  });

  it('lists twenty faults at most, whoever found them', async () => {
    const { json } = await club.ask('POST', '/v1/boats/fleet:inspect');
    expect([json.type, json.errors.length]).toEqual(['/referral/problems/unsound', 20]);
  });

  it('says who may, and with what', async () => {
    expect((await club.ask('DELETE', '/v1/boats')).headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await club.ask('GET', '/v1/boats', nobody)).headers.get('www-authenticate')).toBe('Bearer');
    expect((await club.ask('GET', '/v1/boats', { token: club.tokens.baker() })).status).toBe(403);
  });

  it('names the fields at fault and tells nothing of what was sent or of the code', async () => {
    const secret = '7101014444';
    const crew = [{ name: '', cpr: '71-secret', [secret]: 1 }];
    const answer = await club.ask('POST', '/v1/boats', {
      body: { seats: secret, crew, bought: 'Grethe' },
      headers: key,
    });
    const errors = answer.json.errors;
    expect(errors.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'name required',
      'seats type',
      'bought format',
      'crew.0.name too-small',
      'crew.0.cpr cpr-invalid',
      'crew.0.* unknown',
    ]);
    expect(answer.text).not.toMatch(/7101014444|71-secret|Grethe/);
    const fault = await club.ask('POST', '/v1/boats/fleet:sink');
    expect(fault.text).not.toMatch(/Grethe|captain|Error|\.js/);
  });

  it.each<[string, string, Asking, string]>([
    ['POST', '/v1/boats', { body: '{"name":\n Grethe}', headers: key }, 'It is not JSON from line 2, character 2 on.'],
    ['POST', '/v1/boats', { body: '{"__proto__":{}}', headers: key }, 'An object has a name that is not read'],
    ['POST', '/v1/boats', { headers: { ...key, 'content-type': 'application/json' } }, 'The body is empty.'],
    ['POST', '/v1/boats', { body: '['.repeat(33), headers: key }, 'can be nested 32 deep at most'],
    ['POST', '/v1/boats', { body: { name: 'x'.repeat(66_000) }, headers: key }, 'The route reads 64 KiB at most.'],
    ['POST', '/v1/boats/fleet:describe', { body: 'x'.repeat(263_000) }, 'The route reads 256 KiB at most.'],
    ['POST', '/v1/boats', { body: 'x', headers: { ...key, 'content-type': 'text/plain' } }, 'Send application/json.'],
    ['DELETE', '/v1/boats', {}, 'The address answers to: GET, HEAD, POST.'],
    ['GET', '/v1/oars', {}, 'There is no route at this address.'],
    ['GET', '/v1/boats/%ff', {}, 'The address or the headers of the request are not well formed.'],
  ])('%s %s: says what is wrong in both languages', async (method, path, asking, detail) => {
    const { json, text } = await club.ask(method, path, asking);
    expect(json).toMatchObject({
      detail: expect.stringContaining(detail),
      details: { da: expect.stringMatching(/\w/), en: expect.stringContaining(detail) },
    });
    expect(text).not.toContain('Grethe');
  });

  it('names the header at fault', async () => {
    const faultOf = async (path: string, headers: Record<string, string>) => {
      const [{ field, rule }] = (await club.ask('POST', path, { body: boat, headers })).json.errors as [
        { field: string; rule: string },
      ];
      return `${field} ${rule}`;
    };
    const launch = `/v1/boats/${id}:launch`;
    expect(await faultOf('/v1/boats', {})).toBe('Idempotency-Key required');
    expect(await faultOf('/v1/boats', { 'idempotency-key': 'k'.repeat(201) })).toBe('Idempotency-Key too-big');
    expect(await faultOf(launch, {})).toBe('If-Match required');
    expect(await faultOf(launch, { 'if-match': '3' })).toBe('If-Match format');
  });

  it('is told in Danish to who asks for Danish', async () => {
    const danish = await club.ask('GET', '/v1/boats/42', { headers: { 'accept-language': 'da-DK,da;q=0.9,en;q=0.5' } });
    expect(danish.json.title).toBe('Findes ikke eller er uden for rækkevidde');
  });

  it('headers too large to be a request', async () => {
    const { port } = club.service;
    const answer = await new Promise<{ status?: number; type?: string }>((resolve, reject) => {
      const asked = request(
        { port, host: '127.0.0.1', path: '/referral/health/live', headers: { 'x-long': 'x'.repeat(20_000) } },
        (given) => {
          given.resume();
          resolve({ status: given.statusCode, type: given.headers['content-type'] });
        },
      );
      asked.on('error', reject).end();
    });
    expect(answer).toEqual({ status: 431, type: 'application/problem+json' });
  });
});
