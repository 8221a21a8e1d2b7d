import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../platform/repository.js';
import { inWords } from './operator-api.js';

const at = (file: string): string => join(repository, 'deploy/local', file);
const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, [at(file), ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
  });

const deadLetters = 'dist/operations/dead-letters-command.js';
const snapshots = 'dist/operations/snapshots-command.js';
const municipality = 'dist/keycloak/municipality-command.js';

describe('the commands of operations', () => {
  it.each([
    [deadLetters, '--credentials'],
    [snapshots, '--since'],
    [municipality, '--plan'],
    ['dist/compose/write-secrets.js', 'HELHED_SECRETS'],
    ['dist/nats/write-compose-config.js', 'nats.conf'],
    ['bin/start.mjs', '--port-base'],
    ['bin/status.mjs', '--json'],
    ['bin/stop.mjs', 'npm stop'],
    ['bin/reset.mjs', 'deletes'],
  ])('%s --help lists the options and does nothing else', (file, option) => {
    const { status, stdout, stderr } = run(file, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(option);
  });

  it.each<[string, string[], string]>([
    [
      deadLetters,
      ['show', 'nosuch', 'abc'],
      '"nosuch" is no service: referral, family-plan, scheduling, consent, reporting',
    ],
    [deadLetters, ['replay', 'referral', 'abc'], '"abc" is no id: a UUID, as the list shows it'],
    [deadLetters, ['forget'], 'list, show or replay?'],
    [
      snapshots,
      ['tell', 'nosuch', '0450'],
      '"nosuch" is no service: referral, family-plan, scheduling, consent, reporting',
    ],
    [snapshots, ['tell', 'referral', '45'], '"45" is no municipality\'s code: four digits, such as 0450'],
    [snapshots, ['count'], 'Name a municipality: four digits, such as 0450'],
    [municipality, ['create', '0450'], '--name is the name of the municipality'],
    ['bin/reset.mjs', ['--hlep'], '"--hlep" is not known'],
  ])('%s %j is told what is wrong with it and how it is used', (file, args, said) => {
    const { status, stdout, stderr } = run(file, ...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.split('\n')[0]).toBe(said);
    expect(stderr).toContain('npm run');
    expect(stderr).not.toContain('    at ');
  });

  it('a problem is told by its kind, title, detail and fields, and what is none as it came', () => {
    const problem = {
      type: '/referral/problems/not-found',
      title: 'Does not exist',
      titles: { da: 'Findes ikke', en: 'Does not exist' },
      detail: 'The municipality was not found.',
      errors: [{ field: 'since', rule: 'datetime' }],
    };
    expect(inWords(JSON.stringify(problem))).toBe(
      'not-found: Does not exist. The municipality was not found. since: datetime',
    );
    expect(inWords('<html>')).toBe('<html>');
    expect(inWords('{}')).toBe('{}');
  });

  it('end without a fault when who reads them has read enough', async () => {
    const script = `import { endWithReader } from ${JSON.stringify(at('dist/operations/run-command.js'))};
      endWithReader();
      setInterval(() => console.log('a line'), 5);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    let errors = '';
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, errors]).toEqual([0, '']);
  });
});
