import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AskFigures } from './ask-figures.js';

const asked = { programme: 'nyborg-familiestue', from: '2026-01-01', to: '2026-12-31' };
const asking = { authorization: 'Bearer a-token', pair: 'familiestuen:programme-lead' };
const refused = { type: 'https://x/problems/not-allowed', titles: { da: 'Nej.', en: 'No.' } };
const requests: string[] = [];
let answer: { status: number; body: unknown };
let server: Server;
let figures: AskFigures;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.headers.authorization} ${String(request.headers['helhed-function'])} ${request.url}`);
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  figures = new AskFigures(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => server.close());

describe('the figures of a page', () => {
  it('are asked of reporting as whoever looks, in the function that they look in', async () => {
    answer = { status: 200, body: { figures: [] } };
    expect(await figures.run(asking, asked)).toEqual([]);
    expect(requests.at(-1)).toBe(
      'Bearer a-token familiestuen:programme-lead /reporting/v1/figures?programme=nyborg-familiestue&from=2026-01-01&to=2026-12-31',
    );
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not-found'],
  ])('are refused as reporting refuses them: %i', async (status, kind) => {
    answer = { status, body: refused };
    await expect(figures.run(asking, asked)).rejects.toMatchObject({ kind, problem: 'not-allowed' });
  });

  it.each([
    [503, {}],
    [200, { figures: 'none' }],
  ])('are not there, where reporting answers %i and no figures', async (status, body) => {
    answer = { status, body };
    expect(await figures.run(asking, asked)).toBeUndefined();
  });

  it('are not there, where nobody answers', async () => {
    expect(await new AskFigures('http://127.0.0.1:1').run(asking, asked)).toBeUndefined();
  });
});
