import { casesOf, failuresOf, readCount, readObject, readSuites } from './jest.ts';
import type { FailedTest, TestReport } from './test-report.ts';

/**
 * Reads what Vitest (3 and 4) writes for `--reporter=json --outputFile`. It has Jest's shape, with differences that were
 * recorded from 3.2.7 and 4.1.11:
 * - `numTotalTestSuites` and its kin count `describe` blocks too, and there is no count of files that could not be loaded;
 * - a failed `beforeAll` leaves its tests "skipped", the file "failed" and the message empty;
 * - `--bail` leaves "pending" tests, which no sum but the total counts, and "passed" files without a test;
 * - **an unhandled error outside the tests is not in it at all: `success` is true and only the exit code is 1.** Whoever
 *   reads this report has to look at the exit code too.
 * @throws SyntaxError with the reason when the text is not a whole report, or contradicts itself.
 */
export function parseVitestReport(json: string): TestReport {
  const report = readObject(json);
  const suites = readSuites(report['testResults']);
  const cases = suites.flatMap(casesOf);
  const failed = suites.flatMap(failuresOf).map(explain);
  const statuses = suites.flatMap((suite) => suite.assertionResults.map(({ status }) => status));
  const count = (status: string): number => statuses.filter((one) => one === status).length;
  for (const [field, named] of [
    ['numTotalTests', statuses.length],
    ['numPassedTests', count('passed')],
    ['numFailedTests', count('failed')],
  ] as const) {
    const counted = readCount(report, field);
    if (counted !== named) throw new SyntaxError(`it says ${field}: ${counted} and names ${named}`);
  }
  if (typeof report['success'] !== 'boolean') throw new SyntaxError('it does not say whether the run succeeded');
  // A run without a test file has no failure to name: the caller sees a total of 0.
  if (suites.length > 0 && report['success'] !== (failed.length === 0))
    throw new SyntaxError(`it says success: ${String(report['success'])} and names ${failed.length} failures`);
  const unbegun = suites.some(({ status, assertionResults }) => status === 'passed' && assertionResults.length === 0);
  return {
    suites: suites.length,
    total: statuses.length,
    passed: count('passed'),
    failed,
    skipped: statuses.length - count('passed') - count('failed'),
    cases,
    interrupted: count('pending') > 0 || (unbegun && failed.length > 0),
    coverageMap: report['coverageMap'] ?? undefined,
  };
}

function explain(failure: FailedTest): FailedTest {
  if (failure.message !== '') return failure;
  return { ...failure, message: 'a hook failed, or the file itself; the report does not say how' };
}
