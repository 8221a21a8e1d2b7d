import { execFileSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export interface RunAs {
  uid?: number;
  gid?: number;
  /** Put before the command when the user must pass folders that only root may open. */
  prefix: readonly string[];
}

/** PostgreSQL refuses to run as root: as root it runs as the system's postgres user, which is made when missing. */
export function runPostgresAs(...paths: string[]): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = postgresUser();
  if (paths.every((path) => isReachable(path))) return { uid, gid, prefix: [] };
  // A clone under /root or a private temporary folder: keep the one capability that opens such folders.
  const capability = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  const user = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  return { uid: undefined, gid: undefined, prefix: [whichSetpriv(), ...user, ...capability] };
}

export function postgresUser(): { uid: number; gid: number } {
  const ask = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    execFileSync('groupadd', ['-f', '--system', 'postgres'], { stdio: 'pipe' });
    execFileSync('useradd', ['--system', '-g', 'postgres', 'postgres'], { stdio: 'pipe' });
    return { uid: ask('-u'), gid: ask('-g') };
  }
}

/** Whether every user may pass the folders above it. */
export function isReachable(path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const mode = statSync(folder, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && (mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function whichSetpriv(): string {
  for (const path of ['/usr/bin/setpriv', '/bin/setpriv']) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  throw new Error('As root PostgreSQL needs either folders that every user may pass, or setpriv (Debian: util-linux).');
}
