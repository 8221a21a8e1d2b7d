import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '@helhed/local';

it('finds the insides that an answer shows, and not what was sent', () => {
  const { status, stdout } = spawnSync('python3', ['-m', 'doctest', '-v', 'internals.py'], {
    cwd: join(repository, 'e2e', 'fuzz'),
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/\b4 passed/);
  expect(status).toBe(0);
});
