export interface FailedTest {
  /** Absolute path of the test file. */
  readonly file: string;
  /** "describe > test"; the file's own failure (it could not be loaded) has no name. */
  readonly name?: string;
  readonly message: string;
  /** Where the assertion failed, if the stack says it, else where the test begins. 1-based. */
  readonly line?: number;
  readonly column?: number;
}

export interface TestReport {
  readonly suites: number;
  readonly total: number;
  readonly passed: number;
  readonly failed: readonly FailedTest[];
  readonly skipped: number;
  /** The run was stopped before every test had run (`--bail`, a signal): its numbers are partial. */
  readonly interrupted: boolean;
  /** Istanbul's coverage map; undefined when the run collected none. */
  readonly coverageMap: unknown;
}

interface RawAssertion {
  ancestorTitles: string[];
  title: string;
  status: string;
  failureMessages: string[] | null;
  location?: { line: number; column: number } | null;
}

interface RawSuite {
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
  if (json.trim() === '') throw new SyntaxError('the report is empty');
  const raw: unknown = JSON.parse(json);
  if (typeof raw !== 'object' || raw === null) throw new SyntaxError('the report is not an object');
  const report = raw as Record<string, unknown>;
  const suites = readSuites(report['testResults']);
  const count = (name: string): number => {
    const value = report[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
      throw new SyntaxError(`"${name}" is not a count`);
    return value;
  };
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
    interrupted: report['wasInterrupted'] === true,
    coverageMap: report['coverageMap'] ?? undefined,
  };
}

function readSuites(value: unknown): RawSuite[] {
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

function failuresOf(suite: RawSuite): FailedTest[] {
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
      name: [...one.ancestorTitles, one.title].join(' > '),
      message,
      ...(place.line === undefined && begin !== undefined ? { line: begin.line, column: begin.column } : place),
    };
  });
}

/** The first stack frame in the test file itself: the assertion. Jest prints absolute paths in tests, relative ones in suites. */
function placeIn(file: string, text: string): { line?: number; column?: number } {
  for (const frame of text.split('\n')) {
    const match = /^\s*at (?:.*\()?(?<path>.+?):(?<line>\d+):(?<column>\d+)\)?$/.exec(frame)?.groups;
    const path = match?.['path'] ?? '';
    if (path === file || (path !== '' && file.replaceAll('\\', '/').endsWith(`/${path}`))) {
      return { line: Number(match?.['line']), column: Number(match?.['column']) };
    }
  }
  return {};
}

function plain(text: string): string {
  return text.replaceAll(/\u001B\[[0-9;]*m/g, '');
}
