import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definitionsFolder, getDefinition } from './load-all.js';

const check = (file: string) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('check.js', import.meta.url)), file], { encoding: 'utf8' });

it('a right file gives the body that publishes it', () => {
  const { status, stdout, stderr } = check(join(definitionsFolder, 'morso-ftbt.yaml'));
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual({ definition: getDefinition('morso-ftbt') });
});

it('a wrong file gives its mistakes in both languages, and no body', () => {
  const { status, stdout, stderr } = check(fileURLToPath(new URL('../package.json', import.meta.url)));
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/package\.json:2:11 type name: Expected here: object \| Her skal stå: object\n/);
});
