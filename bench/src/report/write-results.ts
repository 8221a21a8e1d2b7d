import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isReached, type Findings } from './bench.js';

// dist/report → bench
const folder = fileURLToPath(new URL('../../results/', import.meta.url));

/** What else ran beside the bench is part of what its figures mean. */
export const machine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  node: process.version,
  load: loadavg().map((each) => Number(each.toFixed(2))),
});

/** @returns the file */
export function writeResults(
  name: string,
  began: Date,
  before: ReturnType<typeof machine>,
  findings: Findings,
): string {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${name}.json`;
  const marks = findings.marks.map((mark) => ({ ...mark, reached: isReached(mark) }));
  const result = { bench: name, began, ended: new Date(), machine: before, loadAfter: loadavg(), ...findings, marks };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}
