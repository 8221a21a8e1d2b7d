import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../platform/repository.js';

/** As a script of somebody's calls it: what the test's own npm was told is not passed on. */
function statusAsJson(dataFolder: string) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  return spawnSync('npm', ['run', 'status', '--', '--json'], {
    cwd: repository,
    env: { ...env, HELHED_DATA: dataFolder },
    encoding: 'utf8',
  });
}

it('with --json the standard output is one JSON document, also where nothing runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-status-'));
  const { stdout, status } = statusAsJson(folder);
  rmSync(folder, { recursive: true });
  expect([status, JSON.parse(stdout)]).toMatchObject([1, { running: false, phase: 'stopped' }]);
});
