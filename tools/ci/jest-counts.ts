interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** Counts of a jest run out of its JSON report. A suite that could not start is a failure; so is a run of no test. */
export function jestCounts(report: string | undefined): { passed: number; failed: number; note: string } {
  if (report === undefined) return { passed: 0, failed: 1, note: 'jest wrote no report' };
  const run = JSON.parse(report) as JestReport;
  const failed = run.numFailedTests + run.numRuntimeErrorTestSuites;
  const suites = run.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name.split('/').at(-1));
  const skipped = run.numPendingTests > 0 ? `${run.numPendingTests} skipped` : '';
  if (run.numPassedTests + failed === 0) return { passed: 0, failed: 1, note: 'ran no test' };
  return { passed: run.numPassedTests, failed, note: suites.join(', ') || skipped };
}
