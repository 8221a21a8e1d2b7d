import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** Runs a build or download tool to its end; its own words are in the error when it fails. */
export async function runTool(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const run = promisify(execFile);
  try {
    const { stdout, stderr } = await run(command, args, { ...options, maxBuffer: 32 << 20 });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
    throw new Error(`${command} ${args.join(' ')} failed: ${said || String(error)}`, { cause: error });
  }
}

export function assertSha256(file: string, expected: string | undefined): void {
  const found = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (found !== expected) throw new Error(`${file}: SHA-256 is ${found}, expected ${expected}`);
}
