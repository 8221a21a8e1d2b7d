import type { Asked } from '../story/asked.js';
import { faultsOfLog, type LoggedLook } from './faults-of-log.js';
import { readRoutes, routeOf } from './routes.js';

const routes = readRoutes();
const [family, other] = ['0198a1b2-0000-7000-8000-000000000001', '0198a1b2-0000-7000-8000-000000000002'];
const payload = Buffer.from(JSON.stringify({ sub: 'pia', functions: ['db-solsikken:pedagogue'] })).toString(
  'base64url',
);
const asked = (changes: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  path: '/referral/v1/referrals/0198a1b2-0000-7000-8000-000000000010/outcome?x=1',
  token: `head.${payload}.signature`,
  status: 200,
  unsure: 0,
  body: { familyId: family },
  ...changes,
});
const row = (changes: Partial<LoggedLook> = {}): LoggedLook => ({
  kind: 'look',
  act: 'referral.outcome',
  actor: 'person',
  sub: 'pia',
  unit: 'db-solsikken',
  function: 'pedagogue',
  subjects: [family],
  refused: false,
  ...changes,
});
const who = 'referral.outcome by pia db-solsikken pedagogue';

it('a look and its row fit, and a refused one has none', () => {
  const refusal = asked({ status: 404, body: { type: 'not-found' } });
  expect(faultsOfLog([asked(), refusal], [row()], routes)).toEqual([]);
});

it.each([
  ['no row', [asked()], [], [`${who}: 0 rows for 1 to 1 looks`, `${who} at ${family}: 0 rows for 1 to 1 looks`]],
  ['two rows', [asked()], [row(), row({ subjects: [] })], [`${who}: 2 rows for 1 to 1 looks`]],
  [
    'the row at another family',
    [asked()],
    [row({ subjects: [other] })],
    [`${who} at ${family}: 0 rows for 1 to 1 looks`],
  ],
  ['a row for nothing asked', [], [row()], [`${who}: 1 rows for 0 to 0 looks`]],
  ['a row for what was not found', [asked({ status: 404, body: {} })], [row()], [`${who}: 1 rows for 0 to 0 looks`]],
  [
    'a row in another function',
    [asked({ body: {} })],
    [row({ function: 'referrer' })],
    [`${who}: 0 rows for 1 to 1 looks`, 'referral.outcome by pia db-solsikken referrer: 1 rows for 0 to 0 looks'],
  ],
])('%s is named', (_, requests, rows, faults) => expect(faultsOfLog(requests, rows, routes)).toEqual(faults));

it('tries without an answer may have left rows or none, up to their number', () => {
  const rows = (count: number) =>
    faultsOfLog(
      [asked({ unsure: 2 })],
      Array.from({ length: count }, () => row()),
      routes,
    );
  expect([rows(0).length, rows(1).length, rows(3).length, rows(4).length]).toEqual([1, 0, 0, 1]);
});

it('a command is done once for each answer, and what its answer shows by then may be a look of its own', () => {
  const open = asked({ method: 'POST', path: '/scheduling/v1/groups', status: 201, body: {} });
  const [done, answer] = [row({ act: 'group.open', kind: 'command', subjects: [] }), row({ act: 'group.open' })];
  expect(faultsOfLog([open], [done, answer], routes)).toEqual([]);
  expect(faultsOfLog([open], [done, done], routes)).toEqual([
    'group.open by pia db-solsikken pedagogue, done: 2 rows for 0 to 1 looks',
  ]);
  expect(faultsOfLog([open], [done, answer, answer], routes)).toHaveLength(1);
});

it('every route of the page that has an act is known by its address', () => {
  expect(routes.length).toBeGreaterThan(70);
  const calendar = routeOf(routes, 'GET', '/scheduling/v1/feeds/s3cret.ics');
  expect(calendar?.act).toBe('feed.subscribe');
  expect(routes.find(({ act }) => act === 'referral.read')?.path.test('/referral/v1/referrals/x:accept')).toBe(false);
});
