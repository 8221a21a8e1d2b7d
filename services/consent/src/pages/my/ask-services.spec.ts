import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AskHoldings } from './ask-holdings.js';
import { AskReaders } from './ask-readers.js';
import { AskServices } from './ask-services.js';

const person = '0198a1b2-0000-7000-8000-000000000001';
const readers = [
  { unit: 'visitation', function: 'triager', relation: 'triage', category: 'identity', purpose: 'triage', bases: [] },
];
const holdings = [{ category: 'identity', count: 2, since: '2026-09-01', units: ['visitation'] }];
const asked: string[] = [];
let server: Server;
let url: string;

/** Five services at one address, each with its own way of answering. */
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`);
    const service = request.url?.split('/')[1];
    if (service === 'referral') return void response.end(JSON.stringify({ personId: person, holdings, readers }));
    if (service === 'family-plan') return void response.writeHead(503).end('{}');
    if (service === 'scheduling') return void response.end('{"holdings": "none"}');
    if (service === 'consent') return void response.end('{"holdings": [], "readers": []}');
    response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const services = ['referral', 'family-plan', 'scheduling', 'consent', 'reporting'] as const;
let everywhere: AskServices;
beforeAll(() => void (everywhere = new AskServices(Object.fromEntries(services.map((name) => [name, url])))));

it('asks every service with the citizen’s own token, and says which of them did not answer', async () => {
  const held = await new AskHoldings(everywhere).run('her-token', person);
  expect(held).toEqual([
    { service: 'referral', holdings },
    { service: 'family-plan' },
    { service: 'scheduling' },
    { service: 'consent', holdings: [] },
    { service: 'reporting' },
  ]);
  expect(asked.toSorted()).toEqual(
    services.map((name) => `Bearer her-token /${name}/v1/persons/${person}/holdings`).toSorted(),
  );
});

it('an address that is not set is a service that does not answer', async () => {
  const nowhere = new AskServices({});
  expect(await new AskHoldings(nowhere).run('her-token', person)).toHaveLength(5);
  expect((await new AskReaders(nowhere).run('her-token', person)).silent).toHaveLength(5);
});

it('puts together who sees something in any service, and names those that do not say it now', async () => {
  expect(await new AskReaders(everywhere).run('her-token', person)).toEqual({
    readers,
    silent: ['family-plan', 'scheduling', 'reporting'],
  });
});
