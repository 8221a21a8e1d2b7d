import { newId } from '@helhed/kernel';
import type { FiguresView } from '../src/figures/figures.dto.js';
import type { ReleaseView } from '../src/releases/releases.dto.js';
import { Api } from './api.js';
import { programme } from './events.js';

const period = `programme=${programme}&from=2026-01-01&to=2026-12-31`;
const routes = {
  figures: ['GET', `figures?${period}`],
  csv: ['GET', `figures?${period}&format=csv`],
  definitions: ['GET', 'figures/definitions'],
  rows: ['GET', `figures/referred/rows?${period}`],
  rebuild: ['POST', 'operations/read-models:rebuild'],
  make: ['POST', 'releases'],
  releases: ['GET', `releases?programme=${programme}`],
  release: ['GET', 'releases/{release}'],
  progress: ['GET', 'operations/read-models/{municipality}'],
} as const;
type Route = keyof typeof routes;
const done: Partial<Record<Route, number>> = { rebuild: 202, make: 201 };

let api: Api;
let release: string;
beforeAll(async () => {
  api = await Api.start();
  for (const until = Date.now() + 90_000; (await ask('figures', api.lead)) !== 200 && Date.now() < until;)
    await new Promise((resolve) => setTimeout(resolve, 100));
  await ask('rebuild', api.platform.operator);
  const made = await api.ask<ReleaseView>('POST', 'releases', { key: newId(), body: { programme, year: 2021 } });
  release = made.body.id;
}, 300_000);
afterAll(() => api?.stop());

async function ask(route: Route, as: { token(): Promise<string> } | null): Promise<number> {
  const [method, path] = routes[route];
  const { code: municipality } = api.municipality;
  const bodies: Partial<Record<Route, object>> = { rebuild: { municipality }, make: { programme, year: 2022 } };
  const to = path.replace('{municipality}', municipality).replace('{release}', release);
  return (await api.ask(method, to, { as, body: bodies[route], key: newId() })).status;
}

/** Who → the routes that answer; all others must refuse. */
const allowed: [string, () => Promise<{ token(): Promise<string> }>, Route[]][] = [
  [
    'a programme lead',
    () => api.municipality.person('familiestuen:programme-lead'),
    ['figures', 'csv', 'definitions', 'rows', 'make', 'releases', 'release'],
  ],
  ['a politician', () => api.municipality.person('raadhuset:report-reader'), ['definitions', 'releases', 'release']],
  ['a triager', () => api.municipality.person('visitation:triager'), ['definitions']],
  ['a pedagogue', () => api.municipality.person('db-solsikken:pedagogue'), ['definitions']],
  ['a group leader', () => api.municipality.person('familiestuen:group-leader'), ['definitions']],
  ['somebody without a function', () => api.municipality.person(), []],
  ["a department's system", () => api.municipality.system('dagtilbud', 'db-solsikken:referrer'), ['definitions']],
  [
    "a department's system that holds a lead's function",
    () => api.municipality.system('leder', 'familiestuen:programme-lead'),
    ['definitions'],
  ],
  ['a service', async () => api.municipality.service('referral'), []],
  ['an operator', async () => api.platform.operator, ['rebuild', 'progress']],
];

describe.each(allowed)('%s', (_who, actor, opens) => {
  it.each(Object.keys(routes) as Route[])('%s', async (route) => {
    const status = await ask(route, await actor());
    expect(status).toBe(opens.includes(route) ? (done[route] ?? 200) : 403);
  });
});

it.each(Object.keys(routes) as Route[])('%s without a token is 401', async (route) => {
  expect(await ask(route, null)).toBe(401);
});

it("another municipality's lead finds nothing of this one", async () => {
  const stranger = await (await api.platform.municipality()).person('familiestuen:programme-lead');
  expect((await api.ask<FiguresView>('GET', `figures?${period}`, { as: stranger })).status).toBe(404);
  expect((await api.ask('GET', `figures/referred/rows?${period}`, { as: stranger })).status).toBe(404);
  expect((await api.ask('GET', `releases/${release}`, { as: stranger })).status).toBe(404);
  expect((await api.ask<{ total: number }>('GET', 'releases', { as: stranger })).body.total).toBe(0);
});
