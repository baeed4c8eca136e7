import { casesOf, failuresOf, readCount, readObject, readSuites } from './jest.ts';
import type { FailedTest, TestReport } from './test-report.ts';

/**
 * Reads what Vitest (3 and 4) writes for `--reporter=json --outputFile`. It has Jest's shape, with differences that were
 * recorded from 3.2.7 and 4.1.11:
 * - `numTotalTestSuites` and its kin count `describe` blocks too, and there is no count of files that could not be loaded;
 * - a failed `beforeAll` leaves its tests "skipped", the file "failed" and the message empty;
 * - a test that never ended is "pending"; nothing else tells that the run was stopped (`--bail` leaves "skipped" ones);
 * - **an unhandled error outside the tests is not in it at all: `success` is true and only the exit code is 1.** Whoever
 *   reads this report has to look at the exit code too.
 * @throws SyntaxError with the reason when the text is not a whole report, or contradicts itself.
 */
export function parseVitestReport(json: string): TestReport {
  const report = readObject(json);
  const suites = readSuites(report['testResults']);
  const cases = suites.flatMap(casesOf);
  const failed = suites.flatMap(failuresOf).map(explain);
  const total = readCount(report, 'numTotalTests');
  const named = cases.filter(({ name }) => name !== undefined);
  if (named.length !== total) throw new SyntaxError(`it counts ${total} tests and names ${named.length}`);
  for (const [field, outcome] of [
    ['numPassedTests', 'passed'],
    ['numFailedTests', 'failed'],
  ] as const) {
    const counted = readCount(report, field);
    const found = named.filter((one) => one.outcome === outcome).length;
    if (found !== counted) throw new SyntaxError(`it counts ${counted} ${outcome} tests and names ${found}`);
  }
  if (typeof report['success'] !== 'boolean') throw new SyntaxError('it does not say whether the run succeeded');
  // A run without a test file has no failure to name: the caller sees a total of 0.
  if (total > 0 && report['success'] !== (failed.length === 0))
    throw new SyntaxError(`it says success: ${String(report['success'])} and names ${failed.length} failures`);
  return {
    suites: suites.length,
    total,
    passed: readCount(report, 'numPassedTests'),
    failed,
    skipped: named.filter(({ outcome }) => outcome === 'skipped').length,
    cases,
    interrupted: suites.some((suite) => suite.assertionResults.some(({ status }) => status === 'pending')),
    coverageMap: report['coverageMap'] ?? undefined,
  };
}

function explain(failure: FailedTest): FailedTest {
  if (failure.message !== '') return failure;
  return { ...failure, message: 'a hook failed, or the file itself; the report does not say how' };
}
