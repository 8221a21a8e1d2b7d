import { join } from 'node:path';
import { readJson } from '../boundaries/workspace.ts';
import { planted } from '../planted.ts';
import { jestCounts } from './jest-counts.ts';
import { runAll } from './run-all.ts';
import { runStep } from './run-step.ts';
import type { Outcome, Step } from './step.ts';
import { steps } from './steps.ts';
import { summary } from './summary.ts';

const outcome = (name: string, passed: number, failed: number, note = ''): Outcome => ({
  name,
  passed,
  failed,
  seconds: 1,
  note,
});
const step = (name: string, rest: Partial<Step> = {}): Step => ({ name, script: [name], minutes: 1, ...rest });

/** Runs one script of a planted package.json as a step. */
const runScript = (script: string, rest: Partial<Step> = {}): Promise<Outcome> =>
  planted({ 'package.json': JSON.stringify({ scripts: { it: script } }) }, (root) => runStep(step('it', rest), root));

describe('the last line', () => {
  it('sums over all steps, once', () => {
    const lines = summary([outcome('lint', 1, 0), outcome('tests', 120, 3)]).split('\n');
    expect(lines.at(-1)).toBe('121 passed, 3 failed');
    expect(lines.filter((line) => /^\d+ passed, \d+ failed/.test(line))).toHaveLength(1);
  });

  it('comes after a table with every note', () => {
    expect(summary([outcome('dependency audit', 1, 0, 'NOT AUDITED: no answer')])).toContain('NOT AUDITED: no answer');
  });
});

describe('jest is counted', () => {
  const report = (rest: object): string =>
    JSON.stringify({
      numPassedTests: 5,
      numFailedTests: 0,
      numPendingTests: 0,
      numRuntimeErrorTestSuites: 0,
      testResults: [],
      ...rest,
    });

  it.each([
    [
      'by its tests',
      report({ numFailedTests: 2, testResults: [{ name: '/x/a.spec.js', status: 'failed' }] }),
      { passed: 5, failed: 2, note: 'a.spec.js' },
    ],
    ['with suites that could not start', report({ numRuntimeErrorTestSuites: 1 }), { passed: 5, failed: 1 }],
    ['saying what was skipped', report({ numPendingTests: 3 }), { passed: 5, failed: 0, note: '3 skipped' }],
    ['as failed when it ran no test', report({ numPassedTests: 0 }), { passed: 0, failed: 1, note: 'ran no test' }],
    ['as failed without a report', undefined, { passed: 0, failed: 1, note: 'jest wrote no report' }],
  ])('%s', (_, text, expected) => expect(jestCounts(text)).toMatchObject(expected));
});

describe('a step', () => {
  it('passes with exit code 0', async () =>
    expect(await runScript('true')).toMatchObject({ passed: 1, failed: 0, note: '' }));

  it('fails with any other', async () =>
    expect(await runScript('exit 3')).toMatchObject({ passed: 0, failed: 1, note: 'exit 3' }));

  it('hands on what was not looked at', async () => {
    expect(await runScript('echo NOT AUDITED: the registry is away')).toMatchObject({
      passed: 1,
      note: 'NOT AUDITED: the registry is away',
    });
  });

  it('that hangs is stopped, with what it started', async () => {
    const stopped = await runScript('sleep 100 & sleep 100', { minutes: 0.01 });
    expect(stopped).toMatchObject({
      passed: 0,
      failed: 1,
      note: expect.stringContaining('stopped after 0.01 minutes') as string,
    });
    expect(stopped.seconds).toBeLessThan(90);
  });

  it.each([
    ['by its own line', 'echo 7 passed, 0 failed', { passed: 7, failed: 0 }],
    ['by the last of them', 'echo 7 passed, 0 failed; echo 5 passed, 2 failed; exit 1', { passed: 5, failed: 2 }],
    ['as failed without one', 'echo fine', { passed: 0, failed: 1, note: 'counted nothing' }],
  ])('that sums is counted %s', async (_, script, expected) => {
    expect(await runScript(script, { counts: 'sum' })).toMatchObject(expected);
  });

  it('of jest fails when jest ends badly though every test passed', async () => {
    const jest = `node -e "const file = process.argv.at(-1).split('=')[1]; fs.writeFileSync(file, JSON.stringify({numPassedTests:2,numFailedTests:0,numPendingTests:0,numRuntimeErrorTestSuites:0,testResults:[]})); process.exit(1)" --`;
    expect(await runScript(jest, { counts: 'jest' })).toMatchObject({ passed: 2, failed: 1, note: 'exit 1' });
  });
});

describe('the run', () => {
  it('goes on after a failure, but not with what needs it', async () => {
    const run = (each: Step): Promise<Outcome> => Promise.resolve(outcome(each.name, 1, each.name === 'types' ? 1 : 0));
    const outcomes = await runAll([step('types'), step('lint', { needs: ['types'] }), step('links')], run);
    expect(outcomes.map(({ name, failed, note }) => [name, failed, note])).toEqual([
      ['types', 1, ''],
      ['lint', 1, 'not run: types failed'],
      ['links', 0, ''],
    ]);
  });

  it('has a script of package.json for each step', () => {
    const { scripts } = readJson<{ scripts: object }>(join(import.meta.dirname, '../../package.json'));
    for (const { script } of steps(true)) expect(Object.keys(scripts)).toContain(script[0]);
  });

  it('has every step that a step needs before it', () => {
    const names = steps(false).map(({ name }) => name);
    for (const { name, needs = [] } of steps(false)) {
      for (const needed of needs) expect(names.slice(0, names.indexOf(name))).toContain(needed);
    }
  });
});
