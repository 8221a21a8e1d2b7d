import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { variable, type Settings } from './rules/settings.js';

/** Starts a yardstick's process; it ends when it is stopped, and when this process does. */
export async function startYardstick(
  name: 'bare' | 'stock',
  settings: Settings,
): Promise<{ pid: number; port: number; stop(): Promise<void> }> {
  const file = fileURLToPath(new URL(`./${name}/main.js`, import.meta.url));
  const child = fork(file, { env: { ...process.env, NODE_ENV: 'production', [variable]: JSON.stringify(settings) } });
  const exited = once(child, 'exit');
  const port = await Promise.race([
    once(child, 'message').then(([said]) => (said as { port: number }).port),
    exited.then(([code]) => {
      throw new Error(`the ${name} yardstick ended with ${String(code)} before it listened`);
    }),
  ]);
  return {
    pid: child.pid as number,
    port,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
