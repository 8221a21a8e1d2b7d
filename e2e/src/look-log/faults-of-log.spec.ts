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

it('a command that is refused may have told something: a look, and nothing done', () => {
  const refused = asked({
    method: 'POST',
    path: '/consent/v1/bases',
    sent: { familyId: family },
    status: 422,
    body: {},
  });
  const recorded = asked({ method: 'POST', path: '/consent/v1/bases', status: 201 });
  const [told, done] = [row({ act: 'basis.record' }), row({ act: 'basis.record', kind: 'command' })];
  expect(faultsOfLog([refused, recorded], [told, done], routes)).toEqual([]);
  expect(faultsOfLog([refused], [], routes)).toEqual([]);
  expect(faultsOfLog([refused, recorded], [done, done], routes)).toEqual([
    'basis.record by pia db-solsikken pedagogue, done: 2 rows for 0 to 1 looks',
  ]);
});

it('every route of the page that has an act is known by its address', () => {
  expect(routes.length).toBeGreaterThan(70);
  const calendar = routeOf(routes, 'GET', '/scheduling/v1/feeds/s3cret.ics');
  expect(calendar?.act).toBe('feed.subscribe');
  expect(routes.find(({ act }) => act === 'referral.read')?.path.test('/referral/v1/referrals/x:accept')).toBe(false);
});

it('what is sent without being asked for is held against what came, and there is more of it only where it was tried again', () => {
  const act = 'change.deliver';
  const attempt = asked({ method: 'POST', path: '', act });
  const rows = (count: number) => Array.from({ length: count }, () => row({ act, subjects: [] }));
  const of = `${act} by pia db-solsikken pedagogue`;
  expect(faultsOfLog([attempt], rows(1), routes)).toEqual([]);
  expect(faultsOfLog([attempt], [], routes)).toContain(`${of}: 0 rows for 1 to 1 looks`);
  expect(faultsOfLog([attempt], rows(2), routes)).toContain(`${of}: 2 rows for 1 to 1 looks`);
  expect(faultsOfLog([attempt], rows(2), routes, [act])).toEqual([]);
});
