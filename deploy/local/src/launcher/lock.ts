import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeProcess } from '../servers/process-identity.js';
import { isAlive, type Note } from '../servers/reap.js';

/**
 * Takes the lock that only one launcher may hold. A lock whose holder is gone is taken over.
 * Returns the function that gives it back, or the holder where that is alive.
 */
export function takeLock(file: string): { release: () => void } | { holder: Note } {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, identity: describeProcess(process.pid) });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, mine);
  try {
    for (;;) {
      try {
        // A link is made or is refused; unlike open-then-write there is no moment with an empty lock.
        linkSync(own, file);
        return { release: () => releaseOwn(file, mine) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = lockHolder(file);
      if (holder !== undefined) return { holder };
      setAside(file);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** The living process that holds the lock. */
export function lockHolder(file: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Note;
    return isAlive(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

/** Two may find the same dead lock: who moved a living one away instead puts it back. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (lockHolder(aside) !== undefined) linkSync(aside, file);
  } catch {
    // The other one was quicker.
  }
  rmSync(aside, { force: true });
}

function releaseOwn(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file);
  } catch {
    // Already gone, with the data folder.
  }
}
