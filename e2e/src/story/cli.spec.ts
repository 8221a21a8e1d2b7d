import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const story = (...args: string[]) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('cli.js', import.meta.url)), ...args], { encoding: 'utf8' });

it('npm run story -- --help lists its options and starts nothing', () => {
  const { status, stdout, stderr } = story('--help');
  expect([status, stderr]).toEqual([0, '']);
  for (const option of ['--families', '--seed', '--target', '--credentials', '--json', '--list'])
    expect(stdout).toContain(option);
});

it.each([
  [['nosuch'], 'Name a story: nyborg-referred'],
  [['nyborg-referred', '--families', 'many'], '--families is a whole number from 1 to 1000'],
  [['--hlep'], "Unknown option '--hlep'"],
])('npm run story -- %j says what is wrong and how it is used', (args, said) => {
  const { status, stdout, stderr } = story(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.startsWith(said)).toBe(true);
  expect(stderr).toContain('npm run story -- NAME');
  expect(stderr).not.toContain('    at ');
});
