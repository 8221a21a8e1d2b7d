import { readFileSync } from 'node:fs';
import { report } from '../report.ts';
import { repositoryFiles } from '../source/files.ts';
import type { Violation } from '../violation.ts';
import { findCpr } from './find-cpr.ts';

const message = 'looks like a real CPR number: use fakeCpr(), or a number with the day of birth + 60.';

export function checkFile(path: string): Violation[] {
  const content = readFileSync(path);
  if (content.includes(0)) return [];
  // The number itself is not repeated: the log of a check is read by more people than the file.
  return findCpr(content.toString('utf8')).map(([line]) => ({ where: `${path}:${line}`, message }));
}

report('no CPR numbers', repositoryFiles(process.cwd()).flatMap(checkFile));
