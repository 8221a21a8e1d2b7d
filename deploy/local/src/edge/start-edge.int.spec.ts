import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEdge, type RunningEdge } from './start-edge.js';

interface Seen {
  upstream: string;
  method: string;
  url: string;
  host: string;
  forwarded: string;
  type: string;
  body: string;
}

describe('the edge', () => {
  let upstreams: Server[];
  let edge: RunningEdge;

  beforeEach(async () => {
    upstreams = await Promise.all(['one', 'two'].map(upstream));
    edge = await startEdge({ port: 0, routes: { '/referral': upstreams.map(addressOf) } });
  });
  afterEach(async () => {
    await edge.stop();
    upstreams.forEach(close);
  });

  it('passes a request on as it came', async () => {
    const path = '/referral/v1/referrals/0198a1b2:accept?q=a%20b';
    const answer = await fetch(`${edge.url}${path}`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await answer.json()).toMatchObject({
      method: 'POST',
      url: path,
      type: 'application/json',
      body: '{"a":1}',
      forwarded: new URL(edge.url).host,
    });
  });

  it('asks the processes of a service in turn', async () => {
    expect(new Set([(await ask()).upstream, (await ask()).upstream])).toEqual(new Set(['one', 'two']));
  });

  it('answers 503 with a problem when a process has died, then asks the other one', async () => {
    await Promise.all([ask(), ask()]);
    close(upstreams[0]);
    const answers = [];
    for (let tries = 0; tries < 6; tries += 1) answers.push(await fetch(`${edge.url}/referral/x`));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200)).toEqual([503]);
    const refused = answers.find(({ status }) => status === 503);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
  });

  it('forwards nothing outside the paths that it knows', async () => {
    expect((await fetch(`${edge.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${edge.url}/referrals`)).status).toBe(404);
  });

  it('says in both languages what it does not know, the language asked for first', async () => {
    const answer = await fetch(`${edge.url}/foo`, { headers: { 'accept-language': 'da-DK, da;q=0.9, en;q=0.8' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await answer.json()).toMatchObject({
      type: '/problems/not-found',
      title: 'Her er ingenting',
      titles: { da: 'Her er ingenting', en: 'There is nothing here' },
      status: 404,
      details: { da: expect.stringContaining('/'), en: expect.stringContaining('/') },
    });
    const english = (await (await fetch(`${edge.url}/foo`)).json()) as { title: string };
    const page = await fetch(`${edge.url}/problems/not-found`, { redirect: 'manual' });
    expect(page.headers.get('location')).toBe('/referral/problems/not-found');
    expect(english.title).toBe('There is nothing here');
  });

  it('leads from its start page to the services that are there, in Danish and in English', async () => {
    const page = await fetch(`${edge.url}/docs`);
    expect([page.url, page.headers.get('content-type')]).toEqual([`${edge.url}/`, 'text/html; charset=utf-8']);
    const text = await page.text();
    expect(text).toContain('href="/referral/docs"');
    expect(text).toContain('href="/referral/problems"');
    expect(text).not.toContain('href="/consent/my"');
    expect(text).toContain('lang="da"><head>');
    const english = await (await fetch(`${edge.url}/?lang=en`)).text();
    expect(english).toContain('lang="en"><head>');
    expect(english).toContain('Referrals, triage and the waiting list.');
  });

  it('stops at once, with connections open on both sides', async () => {
    await Promise.all([ask(), ask()]);
    close(upstreams[0]);
    const began = performance.now();
    await edge.stop();
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  const ask = async (): Promise<Seen> => (await (await fetch(`${edge.url}/referral/x`)).json()) as Seen;
});

async function upstream(name: string): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const { method, url, headers } = request;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          upstream: name,
          method,
          url,
          host: headers.host,
          forwarded: headers['x-forwarded-host'],
          type: headers['content-type'],
          body,
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function close(server: Server | undefined): void {
  server?.close();
  server?.closeAllConnections();
}
