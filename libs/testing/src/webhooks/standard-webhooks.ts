import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cacheFolder, repository } from '@helhed/local';

/** A message as its receiver got it. */
export interface SignedMessage {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

const folder = join(repository, 'libs', 'testing', 'src', 'webhooks');
const script = join(folder, 'standard-webhooks.py');

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

const lineOf = (secret: string, { body, headers }: SignedMessage): string =>
  `${JSON.stringify({ secret, body, headers })}\n`;

/** What the reference library says of a message: `verified`, or `refused` and why. */
export function verifyWebhook(secret: string, message: SignedMessage): string {
  const { status, stdout, stderr } = spawnSync(python(), [script], {
    input: lineOf(secret, message),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** The same of many messages, as they come. */
export class WebhookLibrary {
  #asked: { answer: (said: string) => void; fail: (error: Error) => void }[] = [];

  private constructor(private readonly program: ChildProcess) {
    if (program.stdout) createInterface(program.stdout).on('line', (line) => this.#asked.shift()?.answer(line));
    program.on('exit', () => {
      for (const { fail } of this.#asked.splice(0)) fail(new Error('the reference library has ended'));
    });
  }

  static start(): WebhookLibrary {
    return new WebhookLibrary(spawn(python(), [script], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  verify(secret: string, message: SignedMessage): Promise<string> {
    return new Promise((answer, fail) => {
      this.#asked.push({ answer, fail });
      this.program.stdin?.write(lineOf(secret, message));
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.program, 'exit');
    this.program.stdin?.end();
    await ended;
  }
}
