import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, processIdentity, reapTree } from '@helhed/local';

const prefix = 'helhed-test-';
const ownerFile = 'owner.json';

let folder: string | undefined;

/** This process's folder for the data of its servers; made at the first use, under the system's temporary folder. */
export function runFolder(name: string): string {
  folder ??= newRunFolder();
  return mkdtempSync(join(folder, `${name}-`));
}

export function removeRunFolder(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
}

function newRunFolder(): string {
  const path = mkdtempSync(join(tmpdir(), prefix));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, ownerFile), JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }));
  return path;
}

/** Ends the servers of test runs that were killed, and removes their folders. */
export async function sweepDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const path = join(tmpdir(), name);
    if (!existsSync(join(path, ownerFile))) continue;
    const owner = JSON.parse(readFileSync(join(path, ownerFile), 'utf8')) as { pid: number; identity: string | null };
    if (isRunning(owner)) continue;
    await reapTree(path);
    rmSync(path, { recursive: true, force: true });
  }
}
