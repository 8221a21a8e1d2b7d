import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Ran {
  readonly code: number;
  /** The last lines, standard output and error in the order they came. */
  readonly output: string;
  readonly late: boolean;
}

const kept = 2_000;

/**
 * Runs a script of package.json and hands on each line as it comes. After `minutes` it is stopped with everything that
 * it started.
 */
export function runScript(
  script: readonly string[],
  cwd: string,
  minutes: number,
  show: (line: string) => void,
): Promise<Ran> {
  const child = spawn('npm', ['run', '--silent', script[0] ?? '', '--', ...script.slice(1)], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true', NX_DAEMON: 'false' },
  });
  const lines: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      show(line);
      lines.push(line);
      if (lines.length > kept) lines.shift();
    });
  }
  const interrupted = (): void => {
    stop(child, 'SIGTERM');
    process.exitCode = 130;
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop(child, 'SIGTERM');
      setTimeout(() => stop(child, 'SIGKILL'), 10_000).unref();
    }, minutes * 60_000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ code: code ?? 1, output: lines.join('\n'), late });
    });
  });
}

/** To the whole process group: npm, what it runs, and what that started. */
function stop({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
