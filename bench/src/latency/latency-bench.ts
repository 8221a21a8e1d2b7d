import { contexts } from '@helhed/contracts';
import { startTestNats } from '@helhed/testing';
import { quantile } from '../measure/figures.js';
import { startDurablePlatform, type DurablePlatform } from '../platform/durable-platform.js';
import { publishProgramme, withClient } from '../platform/publish-programme.js';
import type { Bench, Findings, Table } from '../report/bench.js';
import { RawThread } from './raw/raw-thread.js';
import { perRound, perSecond, round, rounds } from './load.js';
import { withClaim, withoutClaim } from './threads.js';

async function run(say: (line: string) => void): Promise<Findings> {
  say('starting PostgreSQL, NATS, Keycloak and the five services');
  const durable = await startDurablePlatform(contexts);
  const { platform, postgres } = durable;
  const nats = await startTestNats();
  const raw = await RawThread.start(postgres.adminUrl, nats);
  try {
    await publishProgramme(platform.databases.referral, durable.municipality);
    await askDirectly(durable);
    await warmUp(durable, raw);
    say('warmed up');
    const began = Date.now();
    for (let number = 1; number <= rounds; number++) {
      await round(durable, raw, perRound);
      say(`round ${number} of ${rounds}`);
    }
    return findings(await raw.delays(began), await withoutClaim(platform, began), await withClaim(platform, began));
  } finally {
    await raw.stop();
    await nats.stop();
    await durable.stop();
  }
}

/** Until the code is compiled; then PostgreSQL learns how large the tables are, as it would within the first minutes. */
async function warmUp(durable: DurablePlatform, raw: RawThread): Promise<void> {
  await round(durable, raw, perRound / 2);
  const databases = Object.values(durable.platform.databases);
  await Promise.all(databases.map(({ owner }) => withClient(owner, (client) => client.query('ANALYZE'))));
}

/** As in every installation: one service asks another at its own port, not through the address for everybody. */
async function askDirectly({ platform }: DurablePlatform): Promise<void> {
  const asking = platform.process('family-plan');
  await asking.stop();
  await asking.start({ REFERRAL_URL: platform.process('referral').url });
}

function findings(raw: readonly number[], without: readonly number[], withClaims: readonly number[]): Findings {
  const row = (path: string, delays: readonly number[]): Table['rows'][number] => {
    const at = (share: number) => quantile(delays, share).toFixed(1);
    return { path, events: delays.length, 'p50 ms': at(0.5), 'p90 ms': at(0.9), 'p99 ms': at(0.99), 'max ms': at(1) };
  };
  const rows = [
    row('raw: outbox row → JetStream → row', raw),
    row('referral.triage-started → fact in reporting', without),
    row('referral.received → claim check → persons in family-plan', withClaims),
  ];
  const mark = (what: string, figure: number, atMost: number) => ({ what: `SP2 ${what}`, figure, unit: 'ms', atMost });
  return {
    tables: [{ title: `Commit → effect committed, ${perSecond} events/s`, rows }],
    marks: [
      mark('p50 without claim check', quantile(without, 0.5), 5),
      mark('p99 without claim check', quantile(without, 0.99), 50),
      mark('p50 with claim check', quantile(withClaims, 0.5), 25),
    ],
    notes: [
      `${rounds} rounds of ${perRound} events each, one path after the other; PostgreSQL's own commit timestamps.`,
    ],
  };
}

export const latencyBench: Bench = {
  about: "SP2: from a commit to another service's effect, with and without claim check, against raw JetStream.",
  run,
};
