import type { FailedTest, TestCase, TestReport } from './test-report.ts';

export type { FailedTest, TestReport } from './test-report.ts';

export interface RawAssertion {
  ancestorTitles: string[];
  title: string;
  status: string;
  failureMessages: string[] | null;
  location?: { line: number; column: number } | null;
  duration?: number | null;
}

/** One test file, as Jest and, after it, Vitest write it. */
export interface RawSuite {
  name: string;
  status: string;
  message: string;
  assertionResults: RawAssertion[];
}

/**
 * Reads what Jest (29 and 30) writes for `--json --outputFile`.
 * @throws SyntaxError with the reason when the text is not a whole report.
 */
export function parseTestReport(json: string): TestReport {
  const report = readObject(json);
  const suites = readSuites(report['testResults']);
  const count = (name: string): number => readCount(report, name);
  const failed = suites.flatMap(failuresOf);
  const counted = count('numFailedTests') + count('numRuntimeErrorTestSuites');
  // Two sources for the same number: when they disagree, the report is not to be trusted.
  if (counted > 0 && failed.length === 0) throw new SyntaxError(`it counts ${counted} failures and names none`);
  return {
    suites: suites.length,
    total: count('numTotalTests'),
    passed: count('numPassedTests'),
    failed,
    skipped: count('numPendingTests') + count('numTodoTests'),
    cases: suites.flatMap(casesOf),
    interrupted: report['wasInterrupted'] === true,
    coverageMap: report['coverageMap'] ?? undefined,
  };
}

/** @throws SyntaxError when the text is empty, no JSON, or not an object. */
export function readObject(json: string): Record<string, unknown> {
  if (json.trim() === '') throw new SyntaxError('the report is empty');
  const raw: unknown = JSON.parse(json);
  if (typeof raw !== 'object' || raw === null) throw new SyntaxError('the report is not an object');
  return raw as Record<string, unknown>;
}

export function readCount(report: Record<string, unknown>, name: string): number {
  const value = report[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new SyntaxError(`"${name}" is not a count`);
  return value;
}

export function readSuites(value: unknown): RawSuite[] {
  if (!Array.isArray(value)) throw new SyntaxError('it has no list of test files');
  return value.map((suite: unknown, index) => {
    const ok =
      typeof suite === 'object' &&
      suite !== null &&
      'name' in suite &&
      'status' in suite &&
      'assertionResults' in suite;
    if (!ok || !Array.isArray(suite.assertionResults)) throw new SyntaxError(`test file ${index} has no results`);
    return suite as RawSuite;
  });
}

export function failuresOf(suite: RawSuite): FailedTest[] {
  const failed = suite.assertionResults.filter((one) => one.status === 'failed');
  // A file with a skipped test has the status "focused": only "failed" is a failure.
  if (failed.length === 0 && suite.status === 'failed') {
    return [{ file: suite.name, message: plain(suite.message), ...placeIn(suite.name, suite.message) }];
  }
  return failed.map((one) => {
    const message = plain((one.failureMessages ?? []).join('\n'));
    const place = placeIn(suite.name, message);
    const begin = one.location ?? undefined;
    return {
      file: suite.name,
      name: nameOf(one),
      message,
      ...(place.line === undefined && begin !== undefined ? { line: begin.line, column: begin.column } : place),
    };
  });
}

/** Every test of the file; a file that failed as a whole adds a case without a name. */
export function casesOf(suite: RawSuite): TestCase[] {
  const cases = suite.assertionResults.map((one): TestCase => {
    const outcome = one.status === 'failed' || one.status === 'passed' ? one.status : 'skipped';
    return {
      file: suite.name,
      name: nameOf(one),
      outcome,
      ...(typeof one.duration === 'number' ? { durationMs: one.duration } : {}),
      ...(outcome === 'failed' ? { message: plain((one.failureMessages ?? []).join('\n')) } : {}),
    };
  });
  const whole = failuresOf(suite).filter(({ name }) => name === undefined);
  return [...cases, ...whole.map(({ file, message }) => ({ file, outcome: 'failed' as const, message }))];
}

function nameOf({ ancestorTitles, title }: RawAssertion): string {
  return [...ancestorTitles, title].join(' > ');
}

/**
 * The first stack frame in the test file itself: the assertion. Absolute in the messages of tests, relative to the root of
 * the project where Jest has formatted the message of a whole file.
 */
export function placeIn(file: string, text: string): { line?: number; column?: number } {
  const index = text.indexOf(`${file}:`);
  const absolute = index < 0 ? null : /^:(\d+):(\d+)/.exec(text.slice(index + file.length));
  const numbers = absolute ?? relativeFrame(file, text);
  return numbers === null ? {} : { line: Number(numbers[1]), column: Number(numbers[2]) };
}

function relativeFrame(file: string, text: string): readonly [string, string, string] | null {
  for (const frame of text.split('\n')) {
    const [, path = '', line = '', column = ''] = /^\s*at (?:.*\()?(.+?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    if (path !== '' && file.replaceAll('\\', '/').endsWith(`/${path}`)) return [path, line, column];
  }
  return null;
}

function plain(text: string): string {
  return text.replaceAll(/\u001B\[[0-9;]*m/g, '');
}
