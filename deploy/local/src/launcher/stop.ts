import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, reapTree } from '../servers/reap.js';
import { dataFolder } from './data-folder.js';
import { lockHolder } from './lock.js';
import { lockFile } from './state.js';

const patienceMs = 45_000;

/** Ends the running platform, or what a killed start left of it. True when there was a launcher to end. */
export async function stopPlatform(): Promise<boolean> {
  const holder = lockHolder(lockFile());
  if (holder !== undefined) {
    process.kill(holder.pid, 'SIGTERM');
    for (let waited = 0; isAlive(holder) && waited < patienceMs; waited += 100) await sleep(100);
    if (isAlive(holder)) process.kill(holder.pid, 'SIGKILL');
    while (isAlive(holder)) await sleep(50);
  }
  if (existsSync(dataFolder())) await reapTree(dataFolder());
  return holder !== undefined;
}
