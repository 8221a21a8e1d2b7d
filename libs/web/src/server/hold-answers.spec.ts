import { createSecretKey, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import { Answer, answerTo, frame } from '@helhed/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ProblemCatalogue } from '../problems/problem.js';
import { ETags } from './etags.js';
import { httpServer } from './http-server.js';

const receipt = frame(z.strictObject({ id: z.string() }));
const etags = new ETags(createSecretKey(randomBytes(32)));

/** A lease of which the test says whether it runs; what is asked of it is asked at once. */
const lease = { runs: true, allows: () => lease.runs };
const sent: Answer[] = [];
let over: () => void;
let underWay: Answer | undefined;
let server: FastifyInstance;
let url: string;

const rest = (request: FastifyRequest): Answer => {
  const answer = answerTo(request.begun?.context) as Answer;
  answer.decided = true;
  answer.restOn(lease, 1);
  answer.whenSent(() => sent.push(answer));
  return answer;
};

beforeAll(async () => {
  server = httpServer(new ProblemCatalogue('referral'), etags).getInstance();
  server.get('/outcome', (request, reply) => {
    rest(request);
    over();
    void reply.send({ id: 'a', version: 3, outcome: 'secret' });
  });
  server.get('/file', (request, reply) => {
    rest(request);
    const chunks = async function* () {
      yield 'first,';
      await new Promise((resolve) => setTimeout(resolve, 20));
      over();
      yield 'secret';
    };
    void reply.header('content-disposition', 'attachment').type('text/csv').send(Readable.from(chunks()));
  });
  server.get('/unchanged', (request, reply) => {
    rest(request);
    over();
    void reply.header('etag', '"3"').code(304).send();
  });
  server.get('/refused', (request, reply) => {
    rest(request);
    over();
    void reply.code(409).send({ state: 'secret' });
  });
  server.get('/undecided', (request, reply) => {
    (answerTo(request.begun?.context) as Answer).mustBe = 'decided';
    void reply.send({ outcome: 'secret' });
  });
  server.post('/frame/:shown', (request, reply) => {
    const { shown } = request.params as { shown: string };
    (answerTo(request.begun?.context) as Answer).mustBe = receipt;
    const answers: Record<string, unknown> = {
      less: { id: 'a' },
      more: { id: 'a', outcome: 'secret' },
      text: JSON.stringify({ id: 'a', outcome: 'secret' }),
    };
    void reply.send(answers[shown]);
  });
  server.get('/hangs', (request) => {
    underWay = rest(request);
    return new Promise(() => undefined);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.server.closeAllConnections();
  await server.close();
});
beforeEach(() => {
  lease.runs = true;
  over = () => undefined;
  sent.length = 0;
});
const itEnds = () => (over = () => (lease.runs = false));

describe('an answer that rests on a lease', () => {
  it('is sent while that runs, is stored nowhere, and is under way until then', async () => {
    const response = await fetch(`${url}/outcome`);
    expect(await response.json()).toEqual({ id: 'a', version: 3, outcome: 'secret' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    await until(() => sent.length === 1);
  });

  it.each(['GET', 'HEAD'])(
    'is 503 to %s where it ran out before the first byte, and nothing of it is told',
    async (method) => {
      itEnds();
      const response = await fetch(`${url}/outcome`, { method });
      expect(response.status).toBe(503);
      expect(response.headers.get('etag')).toBeNull();
      expect(response.headers.get('retry-after')).toBe('2');
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const text = await response.text();
      if (method === 'GET')
        expect(JSON.parse(text)).toMatchObject({ type: '/referral/problems/consent-unavailable', status: 503 });
      expect(text).not.toContain('secret');
    },
  );

  it('is 503 instead of 304: that nothing has changed is an answer too', async () => {
    expect((await fetch(`${url}/unchanged`)).status).toBe(304);
    itEnds();
    const response = await fetch(`${url}/unchanged`);
    expect(response.status).toBe(503);
    expect(response.headers.get('etag')).toBeNull();
  });

  it('is 503 instead of a refusal that names a state', async () => {
    expect((await fetch(`${url}/refused`)).status).toBe(409);
    itEnds();
    const response = await fetch(`${url}/refused`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('secret');
  });

  it('is never answered by 304 of itself: what was read before is decided anew', async () => {
    const etag = (await fetch(`${url}/outcome`)).headers.get('etag')!;
    expect(etag).toMatch(/^"3-/);
    const again = await fetch(`${url}/outcome`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag')]).toEqual([200, etag]);
  });

  it('is broken off at the next chunk', async () => {
    expect(await (await fetch(`${url}/file`)).text()).toBe('first,secret');
    itEnds();
    const response = await fetch(`${url}/file`);
    expect(response.status).toBe(200);
    const chunks: string[] = [];
    const reading = (async () => {
      for await (const chunk of response.body!) chunks.push(Buffer.from(chunk as Uint8Array).toString());
    })();
    await expect(reading).rejects.toThrow();
    expect(chunks.join('')).toBe('first,');
  });

  it('is under way no longer when its client is gone', async () => {
    const gone = new AbortController();
    const asked = fetch(`${url}/hangs`, { signal: gone.signal }).catch(() => undefined);
    await until(() => underWay !== undefined);
    expect(sent).not.toContain(underWay);
    gone.abort();
    await asked;
    await until(() => sent.includes(underWay as Answer));
  });
});

it('an answer about families that nobody decided on is a fault of ours', async () => {
  const response = await fetch(`${url}/undecided`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});

it.each([
  ['less', 200, '{"id":"a"}'],
  ['more', 500, 'secret'],
  ['text', 500, 'secret'],
])('a command that answers a frame shows nothing else: %s', async (shown, status, text) => {
  const response = await fetch(`${url}/frame/${shown}`, { method: 'POST' });
  expect(response.status).toBe(status);
  const body = await response.text();
  expect(body.includes(text)).toBe(status === 200);
});

async function until(done: () => boolean): Promise<void> {
  for (let n = 0; n < 6_000 && !done(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
}
