import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterSecondTry, failedSuites, jestCounts, type JestReport } from './jest-counts.ts';
import { triedAgain } from './judged-once.ts';
import type { Ran } from './run-script.ts';

interface Judged {
  readonly ran: Ran;
  readonly counts: ReturnType<typeof jestCounts>;
}

/**
 * A run of jest. A suite that failed is tried again alone, but for those that are judged once: on few busy cores a wait may be
 * longer than a spec allows. The closing table names what passed only then.
 */
export async function runJest(run: (...more: string[]) => Promise<Ran>): Promise<Judged> {
  const first = await runOnce(run);
  const again = first.ran.late || first.report === undefined ? [] : triedAgain(failedSuites(first.report));
  if (first.report === undefined || again.length === 0) return { ran: first.ran, counts: jestCounts(first.report) };
  console.log(`\nTried again, alone: ${named(again)}`);
  const second = await runOnce(run, '--maxWorkers=1', '--runTestsByPath', ...again);
  if (second.report === undefined) return { ran: first.ran, counts: jestCounts(first.report) };
  const report = afterSecondTry(first.report, second.report);
  const failed = failedSuites(report);
  const steady = again.filter((name) => !failed.includes(name));
  const counts = jestCounts(report);
  const note = steady.length > 0 ? `PASSED ONLY WHEN TRIED AGAIN: ${named(steady)}` : '';
  return {
    ran: failed.length > 0 ? first.ran : second.ran,
    counts: { ...counts, note: [counts.note, note].filter(Boolean).join('; ') },
  };
}

const named = (files: readonly string[]): string => files.map((file) => basename(file)).join(', ');

async function runOnce(
  run: (...more: string[]) => Promise<Ran>,
  ...more: string[]
): Promise<{ ran: Ran; report: JestReport | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-ci-'));
  const file = join(folder, 'jest.json');
  try {
    const ran = await run('--json', `--outputFile=${file}`, ...more);
    return { ran, report: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestReport) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
