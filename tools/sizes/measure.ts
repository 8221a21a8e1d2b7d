import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpec, repositoryFiles } from '../source/files.ts';
import type { Violation } from '../violation.ts';

export const marks = { median: 60, longest: 250 };

/** Lines of the source files of libraries and services; specs, migrations and what is generated are not counted. */
export function sizes(root: string): [path: string, lines: number][] {
  return repositoryFiles(root)
    .filter((path) => /^(libs|services|deploy)\/.*\.ts$/.test(path) && !isSpec(path))
    .filter((path) => !/\/(migrations|generated)\//.test(path))
    .map((path): [string, number] => [path, readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length])
    .toSorted(([, a], [, b]) => a - b);
}

export function tooLong(files: readonly (readonly [string, number])[]): Violation[] {
  const median = files[Math.floor(files.length / 2)]?.[1] ?? 0;
  const long = files.filter(([, lines]) => lines > marks.longest);
  return [
    ...(median > marks.median ? [{ where: 'median', message: `${median} lines, the mark is ${marks.median}.` }] : []),
    ...long.map(([where, lines]) => ({ where, message: `${lines} lines, the mark is ${marks.longest}: split it.` })),
  ];
}
