import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeProcess } from './process-identity.js';

export interface Note {
  pid: number;
  identity: string | null;
}

function readNote(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    return undefined;
  }
}

/** Is the process that the note speaks of still the one with that number? */
export const isAlive = (note: Note): boolean => note.identity !== null && describeProcess(note.pid) === note.identity;

/**
 * Ends what an earlier, killed start left running in this data folder. Only processes whose number and start
 * time both match the note are signalled: the number alone may by now belong to somebody else.
 */
export async function reapFolder(dataDir: string): Promise<string[]> {
  if (!existsSync(dataDir)) return [];
  const reaped: string[] = [];
  for (const file of readdirSync(dataDir).filter((name) => name.endsWith('.process.json'))) {
    const path = join(dataDir, file);
    const note = readNote(path);
    if (note !== undefined && isAlive(note)) {
      await endProcess(note);
      reaped.push(file.replace('.process.json', ''));
    }
    rmSync(path, { force: true });
  }
  return reaped;
}

/** The same for a folder and all folders below it. */
export async function reapTree(folder: string): Promise<void> {
  await reapFolder(folder);
  for (const each of readdirSync(folder, { withFileTypes: true })) {
    if (each.isDirectory()) await reapTree(join(folder, each.name)).catch(() => undefined);
  }
}

/** SIGINT is a fast, orderly end for PostgreSQL and NATS alike; SIGKILL follows after ten seconds. */
export async function endProcess(note: Note, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (!isAlive(note)) return;
  signalQuietly(note.pid, signal);
  for (let waited = 0; waited < 10_000 && isAlive(note); waited += 50) await sleep(50);
  if (isAlive(note)) signalQuietly(note.pid, 'SIGKILL');
  while (isAlive(note)) await sleep(20);
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
