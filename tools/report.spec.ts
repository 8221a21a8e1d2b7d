import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { planted } from './planted.ts';

const run = (check: string, files: Record<string, string>): { status: number | null; stdout: string } =>
  planted(files, (cwd) =>
    spawnSync(process.execPath, [join(import.meta.dirname, check, 'main.ts')], { cwd, encoding: 'utf8' }),
  );

it('a check that finds nothing ends with exit code 0', () => {
  expect(run('links', { 'README.md': 'x' })).toMatchObject({ status: 0, stdout: 'links: ok\n' });
});

it.each<[string, Record<string, string>, string]>([
  ['links', { 'README.md': '[a](b)' }, 'README.md:1  b leads nowhere.\nlinks: 1 found\n'],
  ['sizes', { 'libs/web/src/a.ts': 'x\n'.repeat(300) }, 'sizes: 2 found\n'],
])('%s that finds something says where, and ends with exit code 1', (check, files, said) => {
  const { status, stdout } = run(check, files);
  expect(status).toBe(1);
  expect(stdout).toContain(said);
});
