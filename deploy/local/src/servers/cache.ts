import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** What is downloaded or built once per user; HELHED_CACHE puts it elsewhere. */
export function cacheFolder(): string {
  return process.env['HELHED_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'helhed');
}

/**
 * Fills a cache entry in a folder beside it and renames it into place, so that an entry that exists is whole,
 * however its making was interrupted. Where two fill the same entry, the first rename wins.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const entry = join(cacheFolder(), name);
  if (existsSync(entry)) return entry;
  mkdirSync(dirname(entry), { recursive: true });
  sweepInterrupted(entry);
  const work = mkdtempSync(`${entry}.making-`);
  try {
    await fill(work);
    renameSync(work, entry);
  } catch (error) {
    if (!existsSync(entry)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return entry;
}

const anHour = 3_600_000;

function sweepInterrupted(entry: string): void {
  for (const name of readdirSync(dirname(entry))) {
    const path = join(dirname(entry), name);
    const leftOver = name.startsWith(`${basename(entry)}.making-`);
    if (leftOver && Date.now() - statSync(path).mtimeMs > anHour) rmSync(path, { recursive: true, force: true });
  }
}
