import type { Outcome } from './step.ts';

/** The closing table, and as the last line the sum that a machine reads. */
export function summary(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const rows = outcomes.map(({ name, passed, failed, seconds, note }) => {
    const mark = failed > 0 ? '✗' : '✓';
    return `${mark} ${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s ${String(passed).padStart(6)} ✓ ${String(failed).padStart(4)} ✗  ${note}`.trimEnd();
  });
  const sum = (of: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  return [...rows, '', `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
