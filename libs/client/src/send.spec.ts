import { NoAnswer } from './errors.js';
import { Helhed } from './helhed.js';
import type { Tried } from './send.js';
import { brokenOff, json, ScriptedServer } from './test/scripted-server.js';
import { retryAfterOf, waitOf } from './waits.js';

const quick = { firstWaitMs: 5, longestWaitMs: 20, patienceMs: 60_000 };
const busy = json(503, { type: '/problems/unavailable' });

describe('a client whose platform does not always answer', () => {
  const server = new ScriptedServer();
  let helhed: Helhed;
  let tried: Tried[] = [];
  beforeAll(async () => {
    helhed = new Helhed({ url: await server.start(), ...quick, onTry: (each) => tried.push(each) });
  });
  beforeEach(() => (tried = []));
  afterAll(() => server.stop());
  const room = { body: { name: 'Stue 1', unit: 'familiestuen' } };
  const addRoom = () => helhed.post('/scheduling/v1/rooms', room);
  /** Nothing makes this happen once. */
  const rebuild = () => helhed.post('/reporting/v1/operations/read-models:rebuild', { body: { municipality: '0450' } });

  it('sends a command again with the same key after 503, 429 and silence, and says that it did', async () => {
    server.answers(busy, brokenOff, json(429, {}), json(201, { id: 'x' }));
    const { repeated, status } = await addRoom();
    expect([status, repeated]).toEqual([201, true]);
    expect(server.heard.length).toBe(4);
    expect(new Set(server.heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(tried.map(({ operation, status: found }) => [operation, found])).toEqual(
      [503, undefined, 429, 201].map((each) => ['POST /scheduling/v1/rooms', each]),
    );
  });

  it('sends what nothing makes happen once a second time only when it was refused as one too many', async () => {
    server.answers(brokenOff);
    await expect(rebuild()).rejects.toMatchObject({ name: 'NoAnswer', mayBeDone: true });
    expect(server.heard.length).toBe(1);
    server.answers(busy);
    await expect(rebuild()).rejects.toMatchObject({ status: 503, mayBeDone: true });
    expect(server.heard.length).toBe(1);
    server.answers(json(429, {}), json(202, {}));
    expect(await rebuild()).toMatchObject({ status: 202, repeated: false });
  });

  it('says of a version that has moved on that an earlier try may have moved it', async () => {
    server.answers(brokenOff, json(412, { type: '/problems/stale' }));
    const ask = { path: { id: 'a' }, ifMatch: 1 };
    const closed = helhed.post('/referral/v1/referrals/{id}:start-triage', ask);
    await expect(closed).rejects.toMatchObject({ status: 412, kind: 'stale', mayBeDone: true });
  });

  it('waits as long as it is told to, and not at all for longer than it has', async () => {
    server.answers(json(503, {}, { 'retry-after': '1' }), json(200, {}));
    await helhed.get('/referral/v1/programmes');
    const [first, second] = server.heard.map(({ at }) => at) as [number, number];
    expect(second - first).toBeGreaterThan(950);
    server.answers(json(503, {}, { 'retry-after': '60' }));
    // it has fifty seconds: to wait while they last would be seen
    const begun = performance.now();
    const patient = helhed.with({ patienceMs: 50_000 });
    await expect(patient.get('/referral/v1/programmes')).rejects.toMatchObject({ status: 503, retryAfterMs: 60_000 });
    expect(performance.now() - begun).toBeLessThan(25_000);
    expect(server.heard.length).toBe(1);
  });

  it('gives up when its patience is at an end, and says neither address nor token', async () => {
    const token = async () => 'tkn';
    const nobody = new Helhed({ ...quick, url: 'http://127.0.0.1:1', patienceMs: 100, token });
    const id = '0198a1b2-0000-7000-8000-000000000001';
    const error = await nobody.get('/referral/v1/referrals/{id}', { path: { id } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoAnswer);
    expect((error as NoAnswer).message).toMatch(/^GET \/referral\/v1\/referrals\/\{id\} was not answered: \w+$/);
    expect(JSON.stringify(error)).not.toMatch(/tkn|0198a1b2/);
  });

  it('takes silence that lasts for none', async () => {
    server.answers(() => undefined, json(200, {}));
    const hasty = helhed.with({ timeoutMs: 1_000, patienceMs: 60_000 });
    expect(await hasty.get('/referral/v1/programmes')).toMatchObject({ repeated: true });
  });

  it('asks for another token once when the one that it has is refused', async () => {
    const asked: (boolean | undefined)[] = [];
    const token = async (renew?: boolean) => `t${asked.push(renew)}`;
    server.answers(json(401, {}), json(200, {}), json(401, {}), json(401, {}));
    await helhed.with({ token }).get('/referral/v1/programmes');
    expect(server.heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
    await expect(helhed.with({ token }).get('/referral/v1/programmes')).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual([false, true, false, true]);
  });

  it('waits for a token that does not come at once, with nothing sent', async () => {
    let times = 0;
    const token = async () => {
      if (times++ === 0) throw new Error('down');
      return 'tkn';
    };
    server.answers(json(202, {}));
    const answer = await helhed
      .with({ token })
      .post('/reporting/v1/operations/read-models:rebuild', { body: { municipality: '0450' } });
    expect([answer.repeated, times]).toEqual([false, 2]);
  });
});

it('waits grow to a most, each less a part by chance', () => {
  const patience = { firstWaitMs: 100, longestWaitMs: 2_000, patienceMs: 0, timeoutMs: 0 };
  expect([0, 1, 4, 9].map((tries) => waitOf(tries, undefined, patience, 1))).toEqual([100, 200, 1_600, 2_000]);
  expect([waitOf(0, undefined, patience, 0), waitOf(3, 7_000, patience)]).toEqual([50, 7_000]);
});

it.each([
  ['120', 120_000],
  ['Sun, 01 Nov 2026 12:00:30 GMT', 30_000],
  ['Sun, 01 Nov 2026 11:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After: %s is %s ms', (said, ms) => {
  const now = Date.parse('2026-11-01T12:00:00Z');
  expect(retryAfterOf(new Headers({ 'retry-after': said }), now)).toBe(ms);
});
