import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { postgresBinaries, reachable } from './postgres-binaries.js';
import { isReachable, postgresUser } from './run-as.js';

describe('PostgreSQL’s programs', () => {
  const isRoot = process.getuid?.() === 0;
  let folder: string;
  beforeAll(() => {
    // as `mktemp -d` makes it: nobody but its owner may pass
    folder = mkdtempSync(join(tmpdir(), 'private-'));
    cpSync(dirname(dirname(postgresBinaries().postgres)), join(folder, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('can be run by its user though they stand in a folder that only root may pass', () => {
    const native = reachable(join(folder, 'native'));
    if (!isRoot) return expect(native).toBe(join(folder, 'native'));
    expect(isReachable(join(native, 'bin/initdb'))).toBe(true);
    const { uid, gid } = postgresUser();
    expect(execFileSync(join(native, 'bin/initdb'), ['--version'], { uid, gid, encoding: 'utf8' })).toContain('18.');
    expect(reachable(join(folder, 'native'))).toBe(native);
    rmSync(native, { recursive: true, force: true });
  });
});
