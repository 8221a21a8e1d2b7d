import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPage } from './start-page.js';
import { whatRuns } from './what-runs.js';

const up = { database: 'up', nats: 'up', keycloak: 'up' };
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** Something that answers for its readiness. */
async function saying(status: string, dependencies: Record<string, string> = up): Promise<string> {
  const server = createServer((_, response) => response.end(JSON.stringify({ status, dependencies })));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const nobody = 'http://127.0.0.1:1';
const states = async (routes: Record<string, string[]>) => {
  const { services, servers: below } = await whatRuns(routes);
  return { ...Object.fromEntries(services), ...Object.fromEntries(below) };
};

it('says what answers, and what the services say of what they build on', async () => {
  const [ready, degraded] = [await saying('ready'), await saying('degraded', { ...up, nats: 'down' })];
  expect(await states({ '/referral': [ready], '/consent': [degraded], '/auth': [ready] })).toEqual({
    referral: 'up',
    consent: 'partly',
    database: 'up',
    nats: 'partly',
    keycloak: 'up',
  });
});

it('a service of which one of two processes answers is there in part, and without one it is not', async () => {
  const ready = await saying('ready');
  expect(await states({ '/referral': [ready, nobody], '/consent': [nobody] })).toMatchObject({
    referral: 'partly',
    consent: 'down',
  });
  expect(await states({ '/consent': [nobody] })).toEqual({
    consent: 'down',
    database: 'down',
    nats: 'down',
    keycloak: 'down',
  });
});

it('the page escapes what it is told', () => {
  const running = { services: new Map(), servers: new Map() };
  const demo = [
    {
      code: '0450',
      name: '<b>&"',
      units: [],
      people: [],
      citizens: [],
      system: { clientId: 'x' },
      programme: '',
      facts: {},
    },
  ];
  const page = startPage({ language: 'da', running, demo });
  expect(page).toContain('&lt;b&gt;&amp;&quot; (0450)');
  expect(page).not.toContain('<b>');
});
