import type { CloudEvent } from '@helhed/contracts';
import { localDate, newId } from '@helhed/kernel';
import type { ReleaseView } from '../src/releases/releases.dto.js';
import { Api, type Reply } from './api.js';
import { cohortByHand } from './cohort-by-hand.js';
import { programme } from './events.js';
import { makeHistory } from './history.js';

interface Problem {
  readonly type: string;
  readonly errors?: { field: string; rule: string }[];
}

let api: Api;
let history: CloudEvent[];
beforeAll(async () => {
  api = await Api.start();
  history = makeHistory({ families: 20, seed: 4, municipality: api.municipality.code, from: '2023-01-10', days: 200 });
  await api.publish(history);
  const figures = `figures?programme=${programme}&from=2023-01-01&to=2023-12-31`;
  const counted = cohortByHand(history, 2023).referred;
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    const { body } = await api.ask<{ figures?: { code: string; value: number }[] }>('GET', figures);
    if (body.figures?.find(({ code }) => code === 'referred')?.value === counted) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}, 300_000);
afterAll(() => api?.stop());

const make = <T = ReleaseView>(body: object, key = newId()): Promise<Reply<T>> =>
  api.ask<T>('POST', 'releases', { key, body });

describe('releases over HTTP', () => {
  it('are made once, and read by politicians as they are, as JSON or as a table', async () => {
    const key = newId();
    const made = await make({ programme, year: 2023 }, key);
    expect(made.status).toBe(201);
    expect((await make({ programme, year: 2023 }, key)).body).toEqual(made.body);
    const { referred } = cohortByHand(history, 2023);
    const [figure] = made.body.figures;
    expect([figure?.code, figure!.range!.from <= referred, figure!.range!.to >= referred]).toEqual([
      'referred',
      true,
      true,
    ]);
    const as = await api.municipality.person('raadhuset:report-reader');
    const one = `releases/${made.body.id}`;
    expect((await api.ask('GET', one, { as })).body).toEqual(made.body);
    expect((await api.ask('GET', 'releases', { as })).body).toEqual({ items: [made.body], next: null, total: 1 });
    const table = await api.ask('GET', one, { as, accept: 'text/csv' });
    expect(table.headers.get('content-disposition')).toBe(`attachment; filename="releases-${programme}-2023.csv"`);
    expect(table.text).toContain(
      `,referred,${figure!.range!.from},${figure!.range!.to},families,${figure!.name.da},${figure!.name.en},`,
    );
    expect((await api.ask('GET', `${one}?format=csv`, { as })).text).toBe(table.text);
    const again = await make<Problem>({ programme, year: 2023 });
    expect([again.status, again.body.type]).toEqual([409, '/reporting/problems/release-known']);
  });

  it.each([
    [{ programme, year: Number(localDate(new Date()).slice(0, 4)) - 1 }, 422, 'year', 'too-early'],
    [{ programme, year: 1900 }, 400, 'year', undefined],
    [{ programme }, 400, 'year', 'required'],
    [{ programme, year: 2022, ranges: false }, 400, 'ranges', 'unknown'],
  ])('of %j are refused with %i, naming %s', async (body, status, field, rule) => {
    const refused = await make<Problem>(body);
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([status, field]);
    if (rule) expect(refused.body.errors?.[0]?.rule).toBe(rule);
  });
});
