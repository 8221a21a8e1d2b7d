import { setTimeout as sleep } from 'node:timers/promises';
import type { TestMunicipality, TestPlatform } from '@helhed/testing';
import { median, quantile, rounded } from '../measure/figures.js';
import { startDurablePlatform } from '../platform/durable-platform.js';
import { withClient } from '../platform/publish-programme.js';
import type { Bench, Findings } from '../report/bench.js';
import { copyFacts, factsOfFamily, programme, storeFacts, year } from './store-facts.js';

/** Fewer only to see that it works. */
const facts = Number(process.env['HELHED_BENCH_FACTS'] ?? 1_000_000);
const [few, many] = [facts / factsOfFamily / 100, facts / factsOfFamily];
const pages = 100;

interface Sized {
  readonly families: number;
  readonly municipality: TestMunicipality;
}

async function run(say: (line: string) => void): Promise<Findings> {
  say('starting PostgreSQL, NATS, Keycloak and reporting');
  const { platform, municipality, stop } = await startDurablePlatform(['reporting']);
  try {
    const { owner, app } = platform.databases.reporting;
    const sizes: [Sized, Sized] = [
      { families: few, municipality: await platform.municipality() },
      { families: many, municipality },
    ];
    for (const { families, municipality: of } of sizes) {
      say(`storing ${families * factsOfFamily} facts of ${families} families`);
      await withClient(app, (client) => storeFacts(client, of.code, families));
    }
    await withClient(owner, (client) => client.query('VACUUM ANALYZE fact'));
    await rebuild(platform, sizes[0]);
    say('making the read models of all of them');
    const seconds = await rebuild(platform, sizes[1]);
    const copied = await withClient(owner, (client) => copyFacts(client, municipality.code));
    await withClient(owner, (client) => client.query('VACUUM ANALYZE'));
    say('asking for the figures of a year');
    return findings(facts / seconds, facts / copied, await askPages(platform, sizes));
  } finally {
    await stop();
  }
}

/** By the operator's route, as after a deployment. @returns in seconds, on PostgreSQL's clock */
async function rebuild({ url, operator }: TestPlatform, { families, municipality: { code } }: Sized): Promise<number> {
  const ask = async (path: string, body?: object) => {
    const response = await fetch(`${url}/reporting/v1/operations/read-models${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${await operator.token()}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`reporting answers ${response.status}: ${await response.text()}`);
    return (await response.json()) as { finishedAt: string | null; startedAt: string; factsRead: number };
  };
  let progress = await ask(':rebuild', { municipality: code });
  for (; progress.finishedAt === null; progress = await ask(`/${code}`)) await sleep(200);
  if (progress.factsRead !== families * factsOfFamily) throw new Error(`${progress.factsRead} facts were read`);
  return (Date.parse(progress.finishedAt) - Date.parse(progress.startedAt)) / 1_000;
}

interface Paged {
  readonly families: number;
  readonly referred: number;
  readonly times: readonly number[];
}

/** In turn, so that whatever else the machine does is the same for both. */
async function askPages({ url }: TestPlatform, sizes: readonly Sized[]): Promise<Paged[]> {
  const path = `${url}/reporting/v1/figures?${new URLSearchParams({ programme, ...year }).toString()}`;
  const asked = await Promise.all(
    sizes.map(async ({ families, municipality }) => ({
      families,
      lead: await municipality.person('familiestuen:programme-lead'),
      times: [] as number[],
      referred: 0,
    })),
  );
  for (let page = -20; page < pages; page++)
    for (const each of asked) {
      const authorization = `Bearer ${await each.lead.token()}`;
      const began = performance.now();
      const response = await fetch(path, { headers: { authorization } });
      const { figures } = (await response.json()) as { figures?: { code: string; value: number }[] };
      each.referred = figures?.find(({ code }) => code === 'referred')?.value ?? 0;
      if (each.referred === 0) throw new Error(`reporting answers ${response.status} without figures`);
      // the first warm up
      if (page >= 0) each.times.push(performance.now() - began);
    }
  return asked;
}

function findings(rate: number, copied: number, paged: readonly Paged[]): Findings {
  const p95 = paged.map(({ times }) => quantile(times, 0.95));
  const [small = Number.NaN, large = Number.NaN] = p95;
  const amount = facts.toLocaleString('en');
  return {
    tables: [
      {
        title: `${amount} facts, in facts a second`,
        rows: [
          { what: 'rebuild of the read models', 'facts/s': Math.round(rate) },
          { what: 'yardstick: INSERT … SELECT of the facts alone', 'facts/s': Math.round(copied) },
          { what: 'rebuild over yardstick', 'facts/s': rounded(rate / copied) },
        ],
      },
      {
        title: 'The figures of a year of ten, as a programme lead is answered, ms',
        rows: paged.map(({ families, referred, times }, at) => ({
          families,
          'referred in the year': referred,
          p50: rounded(median(times)),
          p95: rounded(p95[at] ?? Number.NaN),
        })),
      },
    ],
    marks: [
      { what: `SP7 rebuild from ${amount} facts`, figure: rounded(rate), unit: 'facts/s', atLeast: 20_000 },
      { what: 'SP7 figures of a year, p95', figure: rounded(large), unit: 'ms', atMost: 100 },
      { what: 'SP7 the same, a hundred times the families', figure: rounded(large / small), unit: '×', atMost: 1.3 },
    ],
  };
}

export const rebuildBench: Bench = {
  about: 'SP7: all read models of reporting made again from a million facts, and the figures of a year.',
  run,
};
