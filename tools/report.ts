import type { Violation } from './violation.ts';

/** Prints what a check found and sets the exit code: 0 when there is nothing. */
export function report(check: string, violations: readonly Violation[]): void {
  for (const { where, message } of violations) console.log(`${where}  ${message}`);
  console.log(violations.length === 0 ? `${check}: ok` : `${check}: ${violations.length} found`);
  if (violations.length > 0) process.exitCode = 1;
}
