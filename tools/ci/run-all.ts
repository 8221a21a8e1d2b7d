import type { Outcome, Step } from './step.ts';

/** Runs the steps in their order; one that fails does not keep the others from being seen, except those that need it. */
export async function runAll(steps: readonly Step[], run: (step: Step) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if (process.exitCode === 130) break;
    const broken = (step.needs ?? []).filter((name) => outcomes.some((each) => each.name === name && each.failed > 0));
    outcomes.push(broken.length > 0 ? notRun(step, broken) : await run(step));
  }
  return outcomes;
}

const notRun = ({ name }: Step, broken: readonly string[]): Outcome => ({
  name,
  passed: 0,
  failed: 1,
  seconds: 0,
  note: `not run: ${broken.join(', ')} failed`,
});
