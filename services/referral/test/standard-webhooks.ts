import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repository } from '@helhed/local';
import type { Received } from './receiver.js';

const folder = join(repository, 'services', 'referral', 'test');

/** Python with the standard's reference library, in an environment of its own in the cache; installed at the first use. */
function python(): string {
  const environment = join(cacheFolder(), 'standardwebhooks-1.1.0');
  const program = join(environment, 'bin', 'python3');
  const library = join(environment, 'bin', 'pip');
  if (existsSync(join(environment, 'installed'))) return program;
  for (const [command, args] of [
    ['python3', ['-m', 'venv', environment]],
    [library, ['install', '-q', '-r', join(folder, 'requirements.txt')]],
    ['touch', [join(environment, 'installed')]],
  ] as const) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0)
      throw new Error(`${command} ${args.join(' ')} ended with ${status}; Python 3 with venv is needed`);
  }
  return program;
}

/** What the reference library says of a message: `verified`, or `refused` and why. */
export function verify(secret: string, { body, headers }: Pick<Received, 'body' | 'headers'>): string {
  const input = JSON.stringify({ secret, body, headers });
  const { status, stdout, stderr } = spawnSync(python(), [join(folder, 'standard-webhooks.py')], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}
