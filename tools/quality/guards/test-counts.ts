/** The two numbers a person wants from a test run, read from vitest's own report. */
export interface RunReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Passed and failed tests. A file that failed without a failed test of its own (it could not be loaded, a
 * hook threw) counts as one failure, and so does a run that failed for no test at all: a sum of zero failures
 * must mean that all is well.
 */
export function countTests(report: RunReport): Counts {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}
