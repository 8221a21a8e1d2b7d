import { runAll } from './run-all.ts';
import { runStep } from './run-step.ts';
import type { Outcome, Step } from './step.ts';
import { steps } from './steps.ts';
import { summary } from './summary.ts';

// `npm run ci`: all steps. `npm run ci -- lint types`: those. `npm run ci -- --list`: their names.
const all = steps(process.env['HELHED_FULL'] === '1');
const wanted = process.argv.slice(2);

if (wanted.includes('--list')) {
  for (const { name, script } of all) console.log(`${name.padEnd(20)} npm run ${script.join(' ')}`);
} else {
  const unknown = wanted.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`No step is called ${unknown.join(', ')}: npm run ci -- --list`);
  await ci(wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name)));
}

async function ci(chosen: readonly Step[]): Promise<void> {
  const outcomes = await runAll(chosen, async (step): Promise<Outcome> => {
    console.log(`\n── ${step.name} ── npm run ${step.script.join(' ')}`);
    return runStep(step);
  });
  console.log(`\n${summary(outcomes)}`);
  if (outcomes.some(({ failed }) => failed > 0)) process.exitCode = 1;
}
