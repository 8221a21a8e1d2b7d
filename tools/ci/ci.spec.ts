import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../boundaries/workspace.ts';
import { planted } from '../planted.ts';
import { failedSuites, jestCounts, type JestReport } from './jest-counts.ts';
import { judgedOnce } from './judged-once.ts';
import { runAll } from './run-all.ts';
import { runJest } from './run-jest.ts';
import type { Ran } from './run-script.ts';
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

/** What jest says of suites: of each its file and how its tests came out; one without any could not start. */
const report = (suites: Record<string, readonly ('passed' | 'failed' | 'pending')[]>): JestReport => ({
  testResults: Object.entries(suites).map(([name, tests]) => ({
    name,
    status: tests.length === 0 || tests.includes('failed') ? 'failed' : 'passed',
    assertionResults: tests.map((status) => ({ status })),
  })),
});

describe('jest is counted', () => {
  it.each([
    [
      'by its tests',
      report({ '/x/a.spec.js': ['passed', 'failed', 'failed'], '/x/b.spec.js': ['passed'] }),
      { passed: 2, failed: 2, note: 'a.spec.js' },
    ],
    [
      'with suites that could not start',
      report({ '/x/a.spec.js': [], '/x/b.spec.js': ['passed'] }),
      { passed: 1, failed: 1 },
    ],
    [
      'with a suite that failed with all its tests passed',
      { testResults: [{ name: 'a.spec.js', status: 'failed', assertionResults: [{ status: 'passed' }] }] },
      { passed: 1, failed: 1 },
    ],
    [
      'saying what was skipped',
      report({ a: ['passed', 'pending', 'pending'] }),
      { passed: 1, failed: 0, note: '2 skipped' },
    ],
    ['as failed when it ran no test', report({}), { passed: 0, failed: 1, note: 'ran no test' }],
    ['as failed without a report', undefined, { passed: 0, failed: 1, note: 'jest wrote no report' }],
  ])('%s', (_, of, expected) => expect(jestCounts(of)).toMatchObject(expected));
});

describe('a suite that failed', () => {
  const one = '/x/services/consent/dist/src/bases/one.int.spec.js';
  const raced = '/x/e2e/dist/races/races.e2e.spec.js';
  const other = '/x/libs/kernel/dist/other.spec.js';
  const before = report({ [one]: ['passed', 'failed'], [other]: ['passed'] });
  const failing = { code: 1, output: '', late: false };
  /** Runs of jest that come out like this, one after the other; and what each was asked to run. */
  function runs(...outcomes: (JestReport | undefined)[]) {
    const asked: string[][] = [];
    const run = (...more: string[]): Promise<Ran> => {
      const outcome = outcomes[asked.push(more) - 1];
      const file = more.find((each) => each.startsWith('--outputFile='))?.split('=')[1];
      if (outcome && file) writeFileSync(file, JSON.stringify(outcome));
      return Promise.resolve({ ...failing, code: outcome && failedSuites(outcome).length === 0 ? 0 : 1 });
    };
    return { asked, run };
  }

  it('counts as it comes out when it is tried again alone, and is named', async () => {
    const { asked, run } = runs(before, report({ [one]: ['passed', 'passed'] }));
    expect(await runJest(run)).toEqual({
      ran: { ...failing, code: 0 },
      counts: { passed: 3, failed: 0, note: 'PASSED ONLY WHEN TRIED AGAIN: one.int.spec.js' },
    });
    expect(asked[1]).toEqual(expect.arrayContaining(['--runTestsByPath', one]));
    expect(asked[1]).not.toContain(other);
  });

  it('has failed when it fails again, or when that run says nothing', async () => {
    const failed = { ran: failing, counts: { passed: 2, failed: 1, note: 'one.int.spec.js' } };
    expect(await runJest(runs(before, report({ [one]: ['passed', 'failed'] })).run)).toEqual(failed);
    expect(await runJest(runs(before, undefined).run)).toEqual(failed);
  });

  it('has failed at once where one failure says enough, beside one that is tried again', async () => {
    const { asked, run } = runs(report({ [one]: ['failed'], [raced]: ['failed'] }), report({ [one]: ['passed'] }));
    expect(await runJest(run)).toMatchObject({ ran: { code: 1 }, counts: { passed: 1, failed: 1 } });
    expect(asked[1]).not.toContain(raced);
  });

  it('is one of too many to be a matter of chance, and none is tried again', async () => {
    const { asked, run } = runs(
      report(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`/x/${n}.spec.js`, ['failed']]))),
    );
    expect(await runJest(run)).toMatchObject({ counts: { passed: 0, failed: 6 } });
    expect(asked).toHaveLength(1);
  });

  it.each(judgedOnce)('%s is there', (path) => expect(existsSync(join(import.meta.dirname, '../..', path))).toBe(true));
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
    const jest = `node -e "const file = process.argv.find((each) => each.startsWith('--outputFile')).split('=')[1]; fs.writeFileSync(file, JSON.stringify({testResults:[{name:'a',status:'passed',assertionResults:[{status:'passed'},{status:'passed'}]}]})); process.exit(1)" --`;
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
