import { relative } from 'node:path';
import { Misused, runCommand } from '@helhed/local';
import type { Bench } from './report/bench.js';
import { print } from './report/print.js';
import { machine, writeResults } from './report/write-results.js';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  command: async () => (await import('./command/command-bench.js')).commandBench,
  decision: async () => (await import('./decision/decision-bench.js')).decisionBench,
  latency: async () => (await import('./latency/latency-bench.js')).latencyBench,
  placement: async () => (await import('./placement/placement-bench.js')).placementBench,
  read: async () => (await import('./command/read-bench.js')).readBench,
  rebuild: async () => (await import('./rebuild/rebuild-bench.js')).rebuildBench,
  withdrawal: async () => (await import('./withdrawal/withdrawal-bench.js')).withdrawalBench,
};

const mostMinutes = 5;

const usage = `npm run bench -- NAME      runs a bench on servers of its own, prints its tables and writes bench/results/NAME.json
npm run bench -- --list    the benches

  --help                   these lines`;

await runCommand(usage, { list: { type: 'boolean' } }, async ({ values, positionals: [name = ''] }) => {
  if (values.list) {
    for (const [each, load] of Object.entries(benches)) console.log(`${each}  ${(await load()).about}`);
    return;
  }
  const load = benches[name];
  if (!load) throw new Misused(`Name a bench: ${Object.keys(benches).join(', ')}`);
  endInTime();
  // CPU time is read from /proc: the servers must be processes of this machine, not of a container.
  process.env['HELHED_TEST_SERVERS'] = 'native';
  const [began, before] = [new Date(), machine()];
  console.error(`${before.cores} cores, load ${before.load.join(' ')}`);
  const say = (line: string): void => console.error(`${Math.round(performance.now() / 1_000)} s  ${line}`);
  try {
    const findings = await (await load()).run(say);
    console.log(print(findings));
    console.error(`\nwritten to ${relative(process.cwd(), writeResults(name, began, before, findings))}`);
  } catch (error) {
    // a fault of the bench: its stack is what helps
    console.error(error);
    process.exitCode = 1;
  }
});

/** Servers are stopped by what this process does when it exits: it must exit, whatever happens. */
function endInTime(): void {
  const late = (): never => {
    console.error(`not done in ${mostMinutes} minutes`);
    process.exit(1);
  };
  setTimeout(late, mostMinutes * 60_000).unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}
