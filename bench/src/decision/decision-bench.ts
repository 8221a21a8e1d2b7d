import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@helhed/local';
import type { Bench, Findings } from '../report/bench.js';
import { fetchBare, fetchOne, listBare, listDecided } from './ask.js';
import { findings, type Sized } from './findings.js';
import { store } from './store.js';
import { large, makeTables, small, type Tables } from './tables.js';
import { timeCalls, timeEach } from './timing.js';
import { timeYardsticks } from './yardsticks/time-yardsticks.js';

const sizes = [
  { code: small, families: 334, relations: 10_000 },
  { code: large, families: 33_334, relations: 1_000_000 },
];

async function run(say: (line: string) => void): Promise<Findings> {
  const dataDir = mkdtempSync(join(tmpdir(), 'helhed-bench-'));
  const postgres = await startPostgres({
    dataDir,
    password: randomBytes(12).toString('hex'),
    settings: { max_wal_size: '2GB' },
  });
  try {
    const tables = await makeTables(postgres.adminUrl);
    for (const { code, families, relations } of sizes) {
      say(`storing ${families * 3} bases and ${relations} relations`);
      await tables.database.inTransaction(code, (tx) => store(tx, families, relations));
    }
    await tables.analyze();
    const measured: Sized[] = [];
    for (const size of sizes) measured.push(await measure(tables, size));
    await tables.stop();
    say('asking Casbin and Cedar the same');
    return findings(measured, await timeYardsticks(measured.map(({ bases }) => bases)));
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Within one transaction, so that what is timed is the statement; each call is about another family or unit. */
function measure({ database }: Tables, { code, families, relations }: (typeof sizes)[number]): Promise<Sized> {
  return database.inTransaction(code, async (tx) => {
    const one = (n: number) => 1 + ((n * 7919) % families);
    const { query, row } = await fetchOne(tx, one(3));
    if (!row || !query.decide(row.facts).shows('referral.outcome'))
      throw new Error('the bench is not shown what it asks for');
    const loaded = timeCalls(() => query.decide(row.facts));
    const fetched = await timeEach((n) => fetchOne(tx, one(n)), 1_000);
    const bare = await timeEach((n) => fetchBare(tx, one(n)), 1_000);
    const list = await timeEach((n) => listDecided(tx, one(n)), 200);
    const listed = await timeEach((n) => listBare(tx, one(n)), 200);
    return { bases: families * 3, relations, loaded, fetched, bare, list, listed };
  });
}

export const decisionBench: Bench = {
  about:
    'SP4: a decision over loaded facts, one fetch at a million relations, flat from 1,000 to 100,000 bases, a list of 50.',
  run,
};
