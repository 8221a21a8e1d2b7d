import { basename } from 'node:path';

interface Suite {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/** What jest writes with `--json`. */
export interface JestReport {
  readonly testResults: readonly Suite[];
}

/** The files of the suites that failed. */
export const failedSuites = ({ testResults }: JestReport): readonly string[] =>
  testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

/** Each suite as it came out when it was tried last. */
export const afterSecondTry = (first: JestReport, second: JestReport): JestReport => ({
  testResults: first.testResults.map((suite) => second.testResults.find(({ name }) => name === suite.name) ?? suite),
});

/** Counts of a jest run out of its JSON report. A suite that could not start is a failure; so is a run of no test. */
export function jestCounts(report: JestReport | undefined): { passed: number; failed: number; note: string } {
  if (report === undefined) return { passed: 0, failed: 1, note: 'jest wrote no report' };
  const tests = (wanted: string): number =>
    report.testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === wanted)
      .length;
  const unstarted = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = tests('passed');
  const failed = tests('failed') + unstarted.length;
  if (passed + failed === 0) return { passed: 0, failed: 1, note: 'ran no test' };
  const skipped = tests('pending') > 0 ? `${tests('pending')} skipped` : '';
  return {
    passed,
    failed,
    note:
      failedSuites(report)
        .map((name) => basename(name))
        .join(', ') || skipped,
  };
}
