import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repository } from '@helhed/local';

const folder = join(repository, 'e2e', 'fuzz');

/** The fuzzer, in a Python environment of its own in the cache; installed at the first use. */
export function schemathesis(): string {
  const environment = join(cacheFolder(), 'schemathesis-4.32.5');
  const program = join(environment, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  for (const [command, args] of [
    ['python3', ['-m', 'venv', environment]],
    [join(environment, 'bin', 'pip'), ['install', '-q', '-r', join(folder, 'requirements.txt')]],
  ] as const) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0)
      throw new Error(`${command} ${args.join(' ')} ended with ${status}; Python 3 with venv is needed`);
  }
  return program;
}

export interface Run {
  readonly service: string;
  readonly base: string;
  readonly token: string;
  readonly examples: number;
  readonly seed: number;
  readonly only?: string;
}

/** Fuzzes a service from its OpenAPI document as one caller. @returns the exit code; 0 is no failure */
export function fuzz({ service, base, token, examples, seed, only }: Run): Promise<number> {
  const args = ['run', `${base}/${service}/openapi.json`, '--url', base, '-H', `Authorization:Bearer ${token}`];
  args.push('--checks', 'not_a_server_error,no_internals', '--max-examples', String(examples), '--seed', String(seed));
  args.push(
    '--phases',
    'examples,fuzzing',
    '--workers',
    '2',
    '--warnings',
    'off',
    '--no-color',
    '--continue-on-failure',
  );
  // it moves the municipality's time away from the token's, and ends the run's own sessions
  args.push('--exclude-path-regex', 'operations/clock', '--suppress-health-check', 'all', '--request-timeout', '20');
  if (only) args.push('--include-path-regex', only);
  return new Promise((resolve, reject) => {
    const child = spawn(schemathesis(), args, {
      stdio: 'inherit',
      cwd: folder,
      env: { ...process.env, SCHEMATHESIS_HOOKS: 'hooks' },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
