import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestCounts } from './jest-counts.ts';
import type { Outcome, Step } from './step.ts';

/** A line that a check prints about what it could not look at. */
const notice = /^NOT [A-Z]+: .*/m;

/** Runs one step, showing its output as it comes. A step that hangs is stopped with everything that it started. */
export async function runStep(step: Step, cwd = process.cwd()): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-ci-'));
  const file = join(folder, 'jest.json');
  const started = performance.now();
  try {
    const { code, output, late } = await run(step, cwd, step.counts ? ['--json', `--outputFile=${file}`] : []);
    const seconds = (performance.now() - started) / 1000;
    const notices = [
      late ? `stopped after ${step.minutes} minutes` : '',
      code === 0 ? '' : `exit ${code}`,
      (!step.counts && notice.exec(output)?.[0]) || '',
    ];
    const counts = step.counts ? jestCounts(existsSync(file) ? readFileSync(file, 'utf8') : undefined) : oneTest(code);
    // Jest may end badly with every test passed: a setup that failed, an open handle, the minutes over.
    const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
    return {
      name: step.name,
      seconds,
      passed: counts.passed,
      failed,
      note: [...notices, counts.note].filter(Boolean).join('; '),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const oneTest = (code: number) =>
  code === 0 ? { passed: 1, failed: 0, note: '' } : { passed: 0, failed: 1, note: '' };

function run(step: Step, cwd: string, more: string[]): Promise<{ code: number; output: string; late: boolean }> {
  const [script, ...rest] = [...step.script, ...more];
  const child = spawn('npm', ['run', '--silent', script as string, '--', ...rest], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true', NX_DAEMON: 'false' },
  });
  const interrupted = (): void => {
    stop(child, 'SIGTERM');
    process.exitCode = 130;
  };
  return new Promise((resolve, reject) => {
    let output = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop(child, 'SIGTERM');
      setTimeout(() => stop(child, 'SIGKILL'), 10_000).unref();
    }, step.minutes * 60_000);
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output = (output + chunk).slice(-100_000);
        process.stdout.write(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ code: code ?? 1, output, late });
    });
  });
}

/** To the step's whole process group: npm, what it runs, and what that started. */
function stop({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
