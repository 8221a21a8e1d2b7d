import { runJest } from './run-jest.ts';
import { runScript } from './run-script.ts';
import type { Ran } from './run-script.ts';
import type { Outcome, Step } from './step.ts';

type Counts = Pick<Outcome, 'passed' | 'failed' | 'note'>;

/** A step's own sum; CI's is the only one that is shown. */
const sum = /^(\d+) passed, (\d+) failed$/;
/** A line that a check prints about what it could not look at. */
const notice = /^NOT [A-Z]+: .*/m;

/** Runs one step, showing its output as it comes, and counts its tests. */
export async function runStep(step: Step, cwd = process.cwd()): Promise<Outcome> {
  const started = performance.now();
  const run = (...more: string[]): Promise<Ran> =>
    runScript([...step.script, ...more], cwd, step.minutes, (line) => {
      if (!sum.test(line)) console.log(line);
    });
  const { ran, counts } = step.counts === 'jest' ? await runJest(run) : await counted(step, run);
  // A run may end badly with every test passed: a setup that failed, an open handle, the minutes over.
  const failed = ran.code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  const notes = [
    ran.late ? `stopped after ${step.minutes} minutes` : '',
    ran.code === 0 ? '' : `exit ${ran.code}`,
    counts.note,
  ];
  const seconds = (performance.now() - started) / 1000;
  return { name: step.name, seconds, passed: counts.passed, failed, note: notes.filter(Boolean).join('; ') };
}

async function counted({ counts }: Step, run: () => Promise<Ran>): Promise<{ ran: Ran; counts: Counts }> {
  const ran = await run();
  if (counts === 'sum') return { ran, counts: sumOf(ran.output) };
  const note = (ran.code === 0 && notice.exec(ran.output)?.[0]) || '';
  return { ran, counts: { passed: ran.code === 0 ? 1 : 0, failed: ran.code === 0 ? 0 : 1, note } };
}

function sumOf(output: string): Counts {
  const [, passed, failed] =
    output
      .split('\n')
      .map((line) => sum.exec(line))
      .findLast(Boolean) ?? [];
  if (Number(passed ?? 0) + Number(failed ?? 0) === 0) return { passed: 0, failed: 1, note: 'counted nothing' };
  return { passed: Number(passed), failed: Number(failed), note: '' };
}
