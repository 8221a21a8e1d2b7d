import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askFigures } from './ask-figures.js';
import { askReleases } from './ask-releases.js';
import { AskReporting } from './ask-reporting.js';

const asked = { programme: 'nyborg-familiestue', from: '2026-01-01', to: '2026-12-31' };
const asking = { authorization: 'Bearer a-token', pair: 'familiestuen:programme-lead' };
const refused = { type: 'https://x/problems/not-allowed', titles: { da: 'Nej.', en: 'No.' } };
const requests: string[] = [];
let answer: { status: number; body: unknown };
let server: Server;
let reporting: AskReporting;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.headers.authorization} ${String(request.headers['helhed-function'])} ${request.url}`);
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  reporting = new AskReporting(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => server.close());

describe('the figures of a page', () => {
  it('are asked of reporting as whoever looks, in the function that they look in', async () => {
    answer = { status: 200, body: { figures: [] } };
    expect(await askFigures(reporting, asking, asked)).toEqual([]);
    expect(requests.at(-1)).toBe(
      'Bearer a-token familiestuen:programme-lead /reporting/v1/figures?programme=nyborg-familiestue&from=2026-01-01&to=2026-12-31',
    );
  });

  it('that were released are asked for the same way', async () => {
    answer = { status: 200, body: { items: [] } };
    expect(await askReleases(reporting, asking, asked.programme)).toEqual([]);
    expect(requests.at(-1)).toBe(
      'Bearer a-token familiestuen:programme-lead /reporting/v1/releases?programme=nyborg-familiestue&limit=100',
    );
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not-found'],
  ])('are refused as reporting refuses them: %i', async (status, kind) => {
    answer = { status, body: refused };
    await expect(askFigures(reporting, asking, asked)).rejects.toMatchObject({ kind, problem: 'not-allowed' });
  });

  it.each([
    [503, {}],
    [200, { figures: 'none' }],
  ])('are not there, where reporting answers %i and no figures', async (status, body) => {
    answer = { status, body };
    expect(await askFigures(reporting, asking, asked)).toBeUndefined();
  });

  it('are not there, where nobody answers', async () => {
    expect(await askFigures(new AskReporting('http://127.0.0.1:1'), asking, asked)).toBeUndefined();
  });
});
