import { HelhedProblem } from './errors.js';
import { Helhed } from './helhed.js';
import { json, ScriptedServer } from './test/scripted-server.js';

const id = '0198a1b2-0000-7000-8000-000000000001';

describe('a client of Helhed', () => {
  const server = new ScriptedServer();
  let helhed: Helhed;
  beforeAll(async () => {
    helhed = new Helhed({ url: `${await server.start()}/`, token: async () => 'tkn', language: 'da' });
  });
  afterAll(() => server.stop());

  it('asks at the route’s address with its parameters, as somebody', async () => {
    server.answers(json(200, { id }, { etag: '"3-abc"' }));
    const answer = await helhed.get('/referral/v1/referrals/{id}', {
      path: { id },
      function: 'db-solsikken:pedagogue',
    });
    expect(answer).toMatchObject({ status: 200, body: { id }, etag: '"3-abc"', repeated: false });
    expect(server.heard[0]).toMatchObject({
      method: 'GET',
      path: `/referral/v1/referrals/${id}`,
      headers: {
        authorization: 'Bearer tkn',
        'accept-language': 'da',
        'helhed-function': 'db-solsikken:pedagogue',
      },
    });
  });

  it('sends the version that was read, as a number or as the ETag that came', async () => {
    server.answers(json(200, {}), json(200, {}));
    await helhed.post('/referral/v1/referrals/{id}:start-triage', { path: { id }, ifMatch: 3 });
    await helhed.post('/referral/v1/referrals/{id}:start-triage', { path: { id }, ifMatch: '"3-abc"' });
    expect(server.heard.map(({ headers }) => headers['if-match'])).toEqual(['"3"', '"3-abc"']);
    // the version lets it happen once: such a command has no key
    expect(server.heard.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined, undefined]);
  });

  it('gives each command that takes one a key of its own, or the caller’s', async () => {
    server.answers(json(201, {}), json(201, {}), json(201, {}));
    const body = { name: 'Stue 1', unit: 'familiestuen' };
    await helhed.post('/scheduling/v1/rooms', { body });
    await helhed.post('/scheduling/v1/rooms', { body });
    await helhed.post('/scheduling/v1/rooms', { body, idempotencyKey: 'mine' });
    const [first, second, third] = server.heard.map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set([first, second, third]).size).toBe(3);
    expect([third, JSON.parse(server.heard[2]?.body ?? '')]).toEqual(['mine', body]);
  });

  it('tells a problem’s kind, fields and rules, and nothing of what was sent', async () => {
    const details = { da: 'Ingen må hedde det.', en: 'Nobody may be called that.' };
    const problem = {
      type: 'https://helhed.example/problems/invalid',
      status: 400,
      details,
      errors: [{ field: 'members.0.name', rule: 'format' }],
    };
    server.answers(json(400, problem, { 'content-type': 'application/problem+json' }));
    const failed = helhed.get('/referral/v1/referrals/{id}', { path: { id } });
    const error = (await failed.catch((thrown: unknown) => thrown)) as HelhedProblem;
    expect(error).toBeInstanceOf(HelhedProblem);
    expect(error).toMatchObject({ status: 400, kind: 'invalid', errors: problem.errors, details, mayBeDone: false });
    expect(error.message).toBe('GET /referral/v1/referrals/{id} answered 400 invalid (members.0.name: format)');
  });

  it('an answer that is no problem of Helhed’s is one all the same, and no redirection is followed', async () => {
    server.answers(
      (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    );
    const get = () => helhed.get('/referral/v1/referrals/{id}', { path: { id } });
    await expect(get()).rejects.toMatchObject({ status: 502, kind: 'unknown', errors: [] });
    await expect(get()).rejects.toMatchObject({ status: 302 });
    expect(server.heard.length).toBe(2);
  });

  it('goes through a list page by page, and asks for no page that nobody wants', async () => {
    const page = (items: number[], next: string | null) => json(200, { items, next, total: 3 });
    server.answers(page([1, 2], 'a b'), page([3], null), page([1, 2], 'a b'));
    const found: unknown[] = [];
    const query = { state: 'waiting' as const };
    for await (const item of helhed.items('/referral/v1/referrals', { query })) found.push(item);
    expect(found).toEqual([1, 2, 3]);
    for await (const { total } of helhed.pages('/referral/v1/referrals')) {
      expect(total).toBe(3);
      break;
    }
    expect(server.heard.map(({ path }) => path)).toEqual([
      '/referral/v1/referrals?state=waiting',
      '/referral/v1/referrals?state=waiting&cursor=a+b',
      '/referral/v1/referrals',
    ]);
  });

  it('asks at an address that Helhed gave, and does not tell it', async () => {
    server.answers((response) => response.writeHead(200, { 'content-type': 'text/calendar' }).end('BEGIN:VCALENDAR'));
    const given = '/scheduling/calendars/secret.ics';
    expect((await helhed.given<string>('GET', given)).body).toBe('BEGIN:VCALENDAR');
    server.answers(json(404, { type: '/problems/not-found' }));
    await expect(helhed.given('GET', given)).rejects.toThrow('GET /scheduling/… answered 404 not-found');
    expect(() => helhed.given('GET', 'https://elsewhere.example/')).toThrow(TypeError);
  });

  it('answers a table as text where a table is asked for', async () => {
    server.answers((response) => response.writeHead(200, { 'content-type': 'text/csv' }).end('figure,part,value\r\n'));
    const query = { programme: 'nyborg-familiestue', from: '2026-01-01', to: '2026-12-31', format: 'csv' as const };
    const { body } = await helhed.get('/reporting/v1/figures', { query, accept: 'text/csv' });
    const text: string = body;
    expect([text, server.heard[0]?.headers.accept]).toEqual(['figure,part,value\r\n', 'text/csv']);
  });

  it('asks as somebody else with what else it was told kept', async () => {
    server.answers(json(200, {}), json(200, {}));
    await helhed.with({ token: async () => 'hers' }).get('/reporting/v1/figures/definitions');
    await helhed.with({ token: undefined }).get('/reporting/v1/figures/definitions');
    expect(server.heard.map(({ headers }) => [headers.authorization, headers['accept-language']])).toEqual([
      ['Bearer hers', 'da'],
      [undefined, 'da'],
    ]);
  });
});
