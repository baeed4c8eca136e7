/** What a run of tests says, whoever ran them. */
export interface TestReport {
  /** Test files. */
  readonly suites: number;
  readonly total: number;
  readonly passed: number;
  readonly failed: readonly FailedTest[];
  readonly skipped: number;
  /** Every test that the report names, with the failures of whole files, in its order. */
  readonly cases: readonly TestCase[];
  /** The run was stopped before every test had run (`--bail`, a signal): its numbers are partial. */
  readonly interrupted: boolean;
  /** Istanbul's coverage map; undefined when the run collected none. */
  readonly coverageMap: unknown;
}

export interface FailedTest {
  /** Absolute path of the test file; a JUnit report may have a relative one or, as "", none. */
  readonly file: string;
  /** "describe > test"; the file's own failure (it could not be loaded) has no name. */
  readonly name?: string;
  readonly message: string;
  /** Where the assertion failed, if the stack says it, else where the test begins. 1-based. */
  readonly line?: number;
  readonly column?: number;
}

export interface TestCase {
  readonly file: string;
  /** As of a failed test. */
  readonly name?: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly durationMs?: number;
  /** Of a failed test. */
  readonly message?: string;
}
