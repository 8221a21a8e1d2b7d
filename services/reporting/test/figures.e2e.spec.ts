import { isDeepStrictEqual } from 'node:util';
import type { CloudEvent } from '@helhed/contracts';
import { seededRandom } from '@helhed/testing';
import { figures as definitions } from '../src/figures/figures.js';
import type { FiguresView, RowView } from '../src/figures/figures.dto.js';
import type { RebuildView } from '../src/read-models/read-models.dto.js';
import { Api } from './api.js';
import { programme, rearranged } from './events.js';
import { makeHistory } from './history.js';
import { countByHand } from './oracle.js';

const year = { programme, from: '2026-01-01', to: '2026-12-31' };
const figures = `figures?programme=${programme}&from=${year.from}&to=${year.to}`;
const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

interface Problem {
  readonly type: string;
  readonly titles: { da: string; en: string };
  readonly errors?: { field: string; rule: string; message: { da: string; en: string } }[];
}

let api: Api;
let history: CloudEvent[];
beforeAll(async () => {
  api = await Api.start();
  history = makeHistory({ families: 20, seed: 31, municipality: api.municipality.code });
  await api.publish(rearranged(history, seededRandom(32)));
}, 300_000);
afterAll(() => api?.stop());

const withheldOf = (withheld: FiguresView['figures'][number]['partsWithheld']) =>
  withheld ? `${withheld.reason},${inBoth(withheld.text)}` : ',,';
const quoted = (text: string) => (/[,;]/.test(text) ? `"${text}"` : text);
const inBoth = (text: { da: string; en: string } | undefined) => (text ? `${quoted(text.da)},${quoted(text.en)}` : ',');

const values = ({ figures: found }: FiguresView) => Object.fromEntries(found.map(({ code, value }) => [code, value]));

async function read(): Promise<FiguresView> {
  const expected = countByHand(history, year);
  for (const until = Date.now() + 120_000; Date.now() < until; await pause()) {
    const { status, body } = await api.ask<FiguresView>('GET', figures);
    if (status === 200 && isDeepStrictEqual(values(body), { ...expected })) return body;
  }
  return (await api.ask<FiguresView>('GET', figures)).body;
}

describe('figures over HTTP', () => {
  it('are what the events from the four services add up to', async () => {
    expect(values(await read())).toEqual(countByHand(history, year));
  });

  it('are a table on request, by format or by Accept', async () => {
    const found = await read();
    const byFormat = await api.ask('GET', `${figures}&format=csv`);
    const byAccept = await api.ask('GET', figures, { accept: 'text/csv' });
    expect(byFormat.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(byFormat.headers.get('content-disposition')).toBe(
      `attachment; filename="figures-${programme}-2026-01-01-2026-12-31.csv"`,
    );
    expect(byAccept.text).toBe(byFormat.text);
    const danish = await api.ask('GET', `${figures}&format=csv&separator=semicolon`);
    expect(danish.text).toContain(`\r\n${programme};2026-01-01;2026-12-31;`);
    for (const { code, value, unit, denominator, partsWithheld, ...figure } of found.figures) {
      const meaning = [figure.name, figure.definition, denominator?.definition].map(inBoth).join(',');
      expect(byFormat.text).toContain(
        `\r\n${programme},2026-01-01,2026-12-31,${code},,${value ?? ''},${unit},${denominator?.value ?? ''},,,${withheldOf(partsWithheld)},${meaning}\r\n`,
      );
    }
  });

  it('are the same while and after the read models are made again', async () => {
    const before = await read();
    const { code: municipality } = api.municipality;
    const as = api.platform.operator;
    const begun = await api.ask<RebuildView>('POST', 'operations/read-models:rebuild', { as, body: { municipality } });
    expect([begun.status, begun.body.municipality]).toEqual([202, municipality]);
    expect((await api.ask<FiguresView>('GET', figures)).body).toEqual(before);
    let progress = begun.body;
    for (; progress.state !== 'done'; await pause())
      progress = (await api.ask<RebuildView>('GET', `operations/read-models/${municipality}`, { as })).body;
    expect(progress.factsRead).toBeGreaterThanOrEqual(history.length);
    expect((await api.ask<FiguresView>('GET', figures)).body).toEqual(before);
  });

  it('have rows, a page at a time', async () => {
    const { referred } = countByHand(history, year);
    const period = `programme=${programme}&from=${year.from}&to=${year.to}`;
    const first = await api.ask<{ items: RowView[]; next: string; total: number }>(
      'GET',
      `figures/referred/rows?${period}&limit=12`,
    );
    expect(first.body).toMatchObject({ total: referred });
    const second = await api.ask<{ items: RowView[] }>(
      'GET',
      `figures/referred/rows?${period}&limit=12&cursor=${first.body.next}`,
    );
    expect(first.body.items.length + second.body.items.length).toBe(referred);
    expect((await api.ask('GET', `figures/nonsense/rows?${period}`)).status).toBe(404);
  });

  it('are defined in Danish and English', async () => {
    const { body } = await api.ask<{ items: { code: string; definition: object }[] }>('GET', 'figures/definitions');
    expect(body.items.map(({ code }) => code)).toEqual(expect.arrayContaining(Object.keys(definitions)));
    expect(body.items[0]?.definition).toEqual(definitions.referred.definition);
  });
});

describe('a request that cannot be answered', () => {
  it.each([
    [`figures?programme=${programme}&from=2026-12-31&to=2026-01-01`, 'to', 'before-from'],
    [`figures?programme=${programme}&from=2026-02-30&to=2026-03-01`, 'from', 'format'],
    [`figures?programme=${programme}&from=2026-01-01`, 'to', 'required'],
    [`figures?programme=%3DSUM&from=2026-01-01&to=2026-01-01`, 'programme', 'format'],
    [`${figures}&format=xlsx`, 'format', 'not-one-of'],
    [`${figures}&unit=db-solsikken`, 'unit', 'unknown'],
  ])('%s names %s and %s', async (path, field, rule) => {
    const { status, body } = await api.ask<Problem>('GET', path);
    expect([status, body.type]).toEqual([400, '/reporting/problems/validation-failed']);
    expect(body.errors).toEqual([
      expect.objectContaining({ field, rule, message: { da: expect.any(String), en: expect.any(String) } }),
    ]);
  });

  it('for a programme or a municipality that is not there is 404', async () => {
    expect((await api.ask('GET', figures.replace(programme, 'another'))).status).toBe(404);
    const as = api.platform.operator;
    const body = { municipality: '0999' };
    expect((await api.ask('POST', 'operations/read-models:rebuild', { as, body })).status).toBe(404);
    expect((await api.ask('GET', 'operations/read-models/0999', { as })).status).toBe(404);
  });
});
