import { setTimeout as sleep } from 'node:timers/promises';
import { logTail, type RunningServer } from './server-process.js';

export interface Readiness {
  name: string;
  dataDir: string;
  server: RunningServer;
  /** Asked again and again until it is true; a rejection counts as not yet. */
  check: () => Promise<boolean>;
  timeoutMs: number;
}

/** Waits until a started server answers; fails at once, with the end of its log, when it ends instead. */
export async function untilReady({ name, dataDir, server, check, timeoutMs }: Readiness): Promise<void> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (await check().catch(() => false)) return;
    if (ended || performance.now() > deadline) {
      await server.stop();
      const what = ended ? 'ended while starting' : `was not ready after ${timeoutMs / 1000} s`;
      throw new Error(`${name} ${what}. The end of its log:\n${logTail(dataDir, name)}`);
    }
    await sleep(40);
  }
}
