import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AskDeliveries } from './ask-deliveries.js';

const delivery = (id: string) => ({
  id,
  kind: 'invitation',
  unit: 'familiestuen',
  function: 'group-leader',
  firstOn: '2026-09-01',
  lastOn: '2026-09-08',
  times: 2,
  cancel: 'none',
});
const [mother, child] = ['0198a1b2-0000-7000-8000-000000000001', '0198a1b2-0000-7000-8000-000000000002'] as const;
const asked: string[] = [];
let answers: (path: string, response: ServerResponse) => void;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`);
    answers(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => asked.splice(0));

it('asks scheduling of each person with the citizen’s own token, to the last page, and says once what is of both', async () => {
  answers = (path, response) => {
    const page = path.includes('cursor=2') ? { items: ['c'], next: null } : { items: ['a', 'b'], next: '2' };
    const own = path.includes(child) ? { items: ['b'], next: null } : page;
    response.end(JSON.stringify({ items: own.items.map(delivery), next: own.next, total: 3 }));
  };
  const found = await new AskDeliveries(url).run('her-token', [mother, child]);
  expect(found?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  const of = (person: string) => `Bearer her-token /scheduling/v1/persons/${person}/deliveries?limit=200`;
  expect(asked.toSorted()).toEqual([of(mother), `${of(mother)}&cursor=2`, of(child)].toSorted());
});

it('does not say that nothing was given out where there is nobody to ask about', async () => {
  expect(await new AskDeliveries(url).run('her-token', [])).toBeUndefined();
  expect(asked).toEqual([]);
});

it.each([
  ['is down', (_: string, response: ServerResponse) => void response.destroy()],
  ['waits for consent', (_: string, response: ServerResponse) => void response.writeHead(503).end('{}')],
  ['does not know the child yet', (_: string, response: ServerResponse) => void response.writeHead(404).end('{}')],
  ['says something else', (_: string, response: ServerResponse) => void response.end('{"items": "none"}')],
])('does not say that nothing was given out where scheduling %s', async (_, way) => {
  answers = way;
  expect(await new AskDeliveries(url).run('her-token', [mother])).toBeUndefined();
});
