import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 15_000;

/**
 * Waits for what a killed server left behind: its backends end by themselves when they notice, and until then they hold the
 * cluster's shared memory, with which no new server starts. After 15 s the server's own error says so.
 */
export async function untilLeft(cluster: string): Promise<void> {
  const folder = realpathSync(cluster);
  for (const until = Date.now() + patienceMs; isUsed(folder) && Date.now() < until;) await sleep(50);
}

/** Every process of PostgreSQL has its cluster as working directory. */
const isUsed = (cluster: string): boolean => processes().some((pid) => workingDirectory(pid) === cluster);

const processes = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

function workingDirectory(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // it ended meanwhile, or is somebody else's
    return undefined;
  }
}
