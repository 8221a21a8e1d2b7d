import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHolder, takeLock } from './lock.js';

describe("the launcher's lock", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    file = join(folder, 'launcher.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is held by one at a time', () => {
    const first = takeLock(file);
    expect('release' in first).toBe(true);
    expect(takeLock(file)).toMatchObject({ holder: { pid: process.pid } });
    if ('release' in first) first.release();
    expect(lockHolder(file)).toBeUndefined();
    expect('release' in takeLock(file)).toBe(true);
  });

  it('is taken over from a process that is gone', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(file, JSON.stringify({ pid: gone, identity: 'started 1' }));
    expect('release' in takeLock(file)).toBe(true);
  });

  it('is taken over when its number now belongs to another process', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: 'started 1' }));
    expect('release' in takeLock(file)).toBe(true);
  });

  it('is taken over when it was cut short', () => {
    writeFileSync(file, '{"pid":');
    expect('release' in takeLock(file)).toBe(true);
  });
});
