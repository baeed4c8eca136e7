import { describe, expect, test } from '@jest/globals';
import { messages } from '../../actions/quality-gate/messages.ts';
import { systemClock } from '#kit/clock';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { modes, play } from '../support/scenario.ts';
import type { Scenario } from '../support/scenario.ts';
import {
  commandReasons,
  coverageOf,
  healthy,
  jestReport,
  patchReasons,
  standInProject,
  vitestReport,
} from './project.ts';

interface Row {
  readonly id: keyof typeof messages;
  readonly fault: string;
  readonly scenario: Scenario;
  readonly blame: 'code' | 'configuration' | 'tool';
  /** What the person reads. */
  readonly says: string | RegExp;
  /** `file:line` of the annotation on the code. */
  readonly at?: string;
}

const { jest, vitest } = healthy;
const byVitest = { inputs: { 'test-runner': 'vitest' } };
const failure = {
  ancestorTitles: ['sum'],
  title: 'adds',
  status: 'failed',
  failureMessages: ['Error: \u001B[31mexpected 3\u001B[39m\n    at Object.<anonymous> (/w/test/a.test.js:7:9)'],
  location: { line: 5, column: 1 },
};

/** One row per way in which the gate says no; the tools are stand-ins that answer as the real ones were recorded. */
const rows: readonly Row[] = [
  {
    id: 'types-failed',
    fault: 'a type error in a file with brackets in its name (TypeScript 7 exits 1, 5 and 6 exit 2)',
    scenario: standInProject({
      tsc: {
        stdout: "src/b (1),2.ts(3,40): error TS2322: Type 'string' is not assignable.\n  Deeper.\nsrc/a.ts\n",
        exit: 1,
      },
    }),
    blame: 'code',
    says: 'The type check found 1 error in 1 file.',
    at: 'src/b (1),2.ts:3',
  },
  {
    id: 'types-nothing-checked',
    fault: 'a solution file that checks nothing and exits 0',
    scenario: standInProject({ tsc: { stdout: '' } }),
    blame: 'configuration',
    says: 'looked at no file of the project',
  },
  {
    id: 'types-misconfigured',
    fault: 'no tsconfig.json',
    scenario: standInProject({
      tsc: { stdout: "error TS5058: The specified path does not exist: 'tsconfig.json'.\n", exit: 1 },
    }),
    blame: 'configuration',
    says: "TS5058: The specified path does not exist: 'tsconfig.json'.",
  },
  {
    id: 'types-misconfigured',
    fault: 'a tsconfig.json that is no JSON',
    scenario: standInProject({ tsc: { stdout: "tsconfig.json(1,32): error TS1005: '}' expected.\n", exit: 1 } }),
    blame: 'configuration',
    says: "TS1005: '}' expected. (tsconfig.json:1)",
  },
  {
    id: 'lint-failed',
    fault: 'one warning and exit 1 for --max-warnings 0',
    scenario: standInProject({
      eslint: {
        stdout:
          '[{"filePath":"WORKSPACE/src/a.ts","messages":[{"ruleId":"no-console","severity":1,"message":"Unexpected console.","line":4,"column":2}]}]',
        exit: 1,
      },
    }),
    blame: 'code',
    says: '0 errors and 1 warning; none is allowed',
    at: 'src/a.ts:4',
  },
  {
    id: 'lint-failed',
    fault: 'one warning and yet exit 0, since the project overrides --max-warnings',
    scenario: standInProject({
      eslint: {
        stdout: '[{"filePath":"/w/a.ts","messages":[{"ruleId":"x","severity":1,"message":"m","line":1,"column":1}]}]',
      },
    }),
    blame: 'code',
    says: '0 errors and 1 warning',
  },
  {
    id: 'lint-nothing-checked',
    fault: 'an empty list with exit 0',
    scenario: standInProject({ eslint: { stdout: '[]' } }),
    blame: 'configuration',
    says: 'it linted no file',
  },
  {
    id: 'lint-misconfigured',
    fault: 'no configuration: exit 2 and nothing on standard output',
    scenario: standInProject({
      eslint: {
        stderr: "Oops! Something went wrong! :(\n\nESLint couldn't find an eslint.config.(js|mjs|cjs) file.\n",
        exit: 2,
      },
    }),
    blame: 'configuration',
    says: "couldn't find an eslint.config",
  },
  {
    id: 'lint-report-unreadable',
    fault: 'a report that is cut off, with exit 0',
    scenario: standInProject({ eslint: { stdout: '[{"filePath":"/w/a.ts","mess' } }),
    blame: 'tool',
    says: /no report that can be read: .*JSON/,
  },
  {
    id: 'lint-report-unreadable',
    fault: 'no report at all, with exit 0',
    scenario: standInProject({ eslint: {} }),
    blame: 'tool',
    says: 'ENOENT',
  },
  {
    id: 'lint-report-unreadable',
    fault: 'an empty report, with exit 0',
    scenario: standInProject({ eslint: { stdout: '' } }),
    blame: 'tool',
    says: 'the report is empty',
  },
  {
    id: 'tests-failed',
    fault: 'a failing test',
    scenario: standInProject({ jest: { ...jest, report: jestReport({ total: 2, failed: [failure] }), exit: 1 } }),
    blame: 'code',
    says: '1 failure in 2 tests.',
    at: '/w/test/a.test.js:7',
  },
  {
    id: 'tests-failed',
    fault: 'a test file that crashes when it is loaded',
    scenario: standInProject({
      jest: {
        ...jest,
        exit: 1,
        report: {
          ...jestReport({}),
          numRuntimeErrorTestSuites: 1,
          testResults: [
            {
              name: '/w/test/b.test.js',
              status: 'failed',
              message: 'boom\n  at Object.<anonymous> (/w/test/b.test.js:2:1)',
              assertionResults: [],
            },
          ],
        },
      },
    }),
    blame: 'code',
    says: '1 failure in 1 test.',
    at: '/w/test/b.test.js:2',
  },
  {
    id: 'tests-none',
    fault: 'no test matched',
    scenario: standInProject({
      jest: { config: jest.config, stdout: 'No tests found, exiting with code 1\n', exit: 1 },
    }),
    blame: 'configuration',
    says: 'Jest ran no test.',
  },
  {
    id: 'tests-none',
    fault: 'every test is skipped and Jest exits 0',
    scenario: standInProject({ jest: { ...jest, report: jestReport({ total: 3, passed: 0 }) } }),
    blame: 'configuration',
    says: 'Jest ran no test.',
  },
  {
    id: 'tests-report-missing',
    fault: 'a test that calls process.exit(0): no report, exit 0',
    scenario: standInProject({ jest: { config: jest.config } }),
    blame: 'tool',
    says: 'Jest ended (exit code 0) and left no report. It said: nothing',
  },
  {
    id: 'tests-report-unreadable',
    fault: 'a report that was cut off while it was written',
    scenario: standInProject({ jest: { ...jest, report: '{"numTotalTests": 1, "testRes' } }),
    blame: 'tool',
    says: 'The test report cannot be read',
  },
  {
    id: 'tests-report-unreadable',
    fault: 'a report that counts a failure and names none',
    scenario: standInProject({ jest: { ...jest, report: { ...jestReport({}), numFailedTests: 1 } } }),
    blame: 'tool',
    says: 'it counts 1 failures and names none',
  },
  {
    id: 'tests-interrupted',
    fault: 'a run that was stopped by --bail',
    scenario: standInProject({ jest: { ...jest, report: jestReport({ interrupted: true }) } }),
    blame: 'configuration',
    says: 'Jest was interrupted after 1 test',
  },
  {
    id: 'tests-exit',
    fault: 'a global teardown that fails after the last test',
    scenario: standInProject({ jest: { ...jest, exit: 1 } }),
    blame: 'tool',
    says: 'Every test passed, yet Jest ended with exit code 1.',
  },
  {
    id: 'tests-misconfigured',
    fault: 'a Jest configuration that cannot be read',
    scenario: standInProject({ jest: { config: 'Error: cannot parse jest.config.js' } }),
    blame: 'configuration',
    says: 'Jest could not start',
  },
  {
    id: 'coverage-below',
    fault: '79.96 % where 80 % is required',
    scenario: standInProject({ jest: { ...jest, report: jestReport({ coverageMap: coverageOf(1999, 2500) }) } }),
    blame: 'code',
    says: 'Coverage of lines is 79.96 %, 80 % is required: 1 more to cover.',
  },
  {
    id: 'coverage-nothing',
    fault: '0 of 0: a scope that matches no file',
    scenario: standInProject({ jest: { ...jest, report: jestReport({ coverageMap: {} }) } }),
    blame: 'configuration',
    says: 'the coverage is empty',
  },
  {
    id: 'coverage-missing',
    fault: 'a report without a coverage map',
    scenario: standInProject({ jest: { ...jest, report: jestReport({ coverageMap: null }) } }),
    blame: 'configuration',
    says: 'there is no coverage map',
  },
  {
    id: 'coverage-missing',
    fault: 'a coverage map of another make',
    scenario: standInProject({ jest: { ...jest, report: jestReport({ coverageMap: { '/w/a.js': { lines: 3 } } }) } }),
    blame: 'configuration',
    says: 'not one of Istanbul',
  },
  {
    id: 'coverage-scope-missing',
    fault: 'no collectCoverageFrom: files that no test imports would not count',
    scenario: standInProject({
      jest: { ...jest, config: { globalConfig: { collectCoverageFrom: [] }, configs: [{}] } },
    }),
    blame: 'configuration',
    says: 'has no "collectCoverageFrom"',
  },
  {
    id: 'coverage-scope-missing',
    fault: 'Vitest without coverage.include',
    scenario: standInProject({ vitest: { ...vitest, config: { coverage: {} } } }, byVitest),
    blame: 'configuration',
    says: 'The configuration of Vitest has no "coverage.include"',
  },
  {
    id: 'coverage-scope-missing',
    fault: 'Vitest 3 with "all: false"',
    scenario: standInProject(
      { vitest: { ...vitest, config: { coverage: { include: ['**'], all: false } } } },
      byVitest,
    ),
    blame: 'configuration',
    says: 'The configuration of Vitest has no "coverage.include"',
  },
  {
    id: 'tests-unhandled',
    fault: 'an error outside the tests, of which Vitest tells in its last lines only',
    scenario: standInProject(
      {
        vitest: {
          ...vitest,
          exit: 1,
          stdout: '\u001B[2m     Errors \u001B[22m \u001B[1m\u001B[31m2 errors\u001B[39m\u001B[22m\n',
        },
      },
      byVitest,
    ),
    blame: 'code',
    says: 'Every test passed, and Vitest caught 2 errors outside the tests.',
  },
  {
    id: 'tests-exit',
    fault: 'Vitest fails after a whole report and says nothing of errors',
    scenario: standInProject({ vitest: { ...vitest, exit: 1 } }, byVitest),
    blame: 'tool',
    says: 'Every test passed, yet Vitest ended with exit code 1.',
  },
  {
    id: 'tests-none',
    fault: 'Vitest finds no test file and writes a report of nothing',
    scenario: standInProject(
      { vitest: { ...vitest, exit: 1, report: vitestReport({ passed: 0, success: false }) } },
      byVitest,
    ),
    blame: 'configuration',
    says: 'Vitest ran no test.',
  },
  {
    id: 'tests-misconfigured',
    fault: 'a Vitest configuration that cannot be read',
    scenario: standInProject({ vitest: { ...vitest, config: 'Error: cannot parse vitest.config.ts' } }, byVitest),
    blame: 'configuration',
    says: /Vitest could not start: .*cannot parse vitest.config.ts/,
  },
  {
    id: 'test-runner-unclear',
    fault: 'a package that depends on both runners, and a script that runs neither',
    scenario: standInProject(
      {},
      {
        files: {
          'package.json': '{ "scripts": { "test": "make test" }, "devDependencies": { "jest": "30", "vitest": "5" } }',
        },
      },
    ),
    blame: 'configuration',
    says: 'package.json depends on Jest and on Vitest',
  },
  {
    id: 'check-timed-out',
    fault: 'a linter that hangs',
    scenario: standInProject({ eslint: { ...healthy.eslint, hangs: true } }, { inputs: { 'timeout-minutes': '0.02' } }),
    blame: 'tool',
    says: '"lint" did not end within 1.2 s and was ended.',
  },
  {
    id: 'check-killed',
    fault: 'a tool that the kernel kills, after a full report',
    scenario: standInProject({ jest: { ...jest, signal: 'SIGKILL' } }),
    blame: 'tool',
    says: '"tests" was ended by SIGKILL from outside.',
  },
  {
    id: 'check-out-of-memory',
    fault: 'a heap that is full',
    scenario: standInProject({
      tsc: { stderr: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n', exit: 134 },
    }),
    blame: 'tool',
    says: '"types" ran out of memory',
  },
  {
    id: 'check-crashed',
    fault: 'a linter that found nothing and yet failed',
    scenario: standInProject({ eslint: { ...healthy.eslint, stderr: 'Error: EMFILE\n', exit: 1 } }),
    blame: 'tool',
    says: '"lint" crashed (exit code 1): Error: EMFILE',
  },
  {
    id: 'packages-not-installed',
    fault: 'packages that are not installed, with the lockfile of pnpm',
    scenario: standInProject({ eslint: null }, { files: { 'pnpm-lock.yaml': '' } }),
    blame: 'configuration',
    says: '"eslint" is not installed in the project (its lockfile is that of pnpm).',
  },
  {
    id: 'packages-not-installed',
    fault: 'packages that are not installed, and no lockfile',
    scenario: standInProject({ tsc: null }),
    blame: 'configuration',
    says: '"tsc" is not installed in the project, and there is no lockfile.',
  },
];

describe.each(modes)('%s: the gate says no', (mode) => {
  test.each(rows.map((row) => [row.id, row.fault, row] as const))('%s: %s', async (id, _, row) => {
    await play(mode, qualityGate, row.scenario, (seen) => {
      expect(seen.outputs).toMatchObject({
        verdict: 'fail',
        blame: row.blame,
        reasons: JSON.stringify([id]),
        result: row.blame === 'configuration' ? 'misconfigured' : 'failure',
      });
      expect(seen.exitCode).toBe(row.blame === 'configuration' ? 2 : 1);
      const verdict = seen.annotations.at(-1);
      expect(verdict?.message).toContain(`[${id}]`);
      expect(verdict?.message).toMatch(row.says);
      // The summary names the fact and the cure.
      const { cure } = messageOf(seen.log, id);
      expect(cure.length).toBeGreaterThan(10);
      expect(seen.summary).toContain(`(\`${id}\`)`);
      expect(seen.summary).toContain('❌ quality-gate: fail, 1 of 3 checks did not pass');
      if (row.at !== undefined) {
        const places = seen.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''}`);
        expect(places.some((place) => place.endsWith(row.at ?? ''))).toBe(true);
      }
      expect(seen.left).toEqual([]);
    });
  });
});

/** The cure stands below its reason in the log. */
function messageOf(log: string, id: string): { cure: string } {
  const lines = log.split('\n');
  const index = lines.findIndex((line) => line.endsWith(`[${id}]`) && !line.startsWith('error:'));
  return { cure: lines[index + 1]?.trim().replace(/^→ /, '') ?? '' };
}

test('every message of the gate is produced through the bundle', () => {
  // Those of the patch are produced by the rows of patch.test.ts.
  const produced = new Set<string>([
    ...rows.map((row) => row.id),
    ...patchReasons,
    ...commandReasons,
    'coverage-by-v8',
    'reports-unwritable',
  ]);
  expect(Object.keys(messages).filter((id) => !produced.has(id))).toEqual([]);
});

describe.each(modes)('%s: the gate', (mode) => {
  test('passes when every check has proven itself', async () => {
    await play(mode, qualityGate, standInProject({}), (seen) => {
      expect(seen.outputs).toEqual({
        result: 'success',
        verdict: 'pass',
        blame: '',
        reasons: '[]',
        'coverage-lines': '100.00',
        'coverage-branches': 'none',
        'coverage-functions': 'none',
        'coverage-statements': '100.00',
        'integration-coverage': '',
        'patch-coverage': '',
        'report-directory': '',
      });
      expect(seen.exitCode).toBe(0);
      expect(seen.annotations).toEqual([]);
      expect(seen.summary).toContain('## ✅ quality-gate: pass');
    });
  });

  test("accepts V8's coverage, with a warning that says what it counts", async () => {
    const map = coverageOf(4, 5) as Record<string, object>;
    for (const file of Object.values(map)) Object.assign(file, { all: false });
    const jestWithV8 = { ...jest, report: jestReport({ coverageMap: map }) };
    await play(mode, qualityGate, standInProject({ jest: jestWithV8 }), (seen) => {
      expect(seen.exitCode).toBe(0);
      expect(seen.annotations).toEqual([
        expect.objectContaining({ level: 'warning', message: expect.stringContaining('[coverage-by-v8]') }),
      ]);
      expect(seen.summary).toContain('⚠️ **The coverage was counted by V8');
    });
  });

  test('names every check that did not pass, the code before the configuration before the tool', async () => {
    const scenario = standInProject({
      tsc: { stdout: 'src/a.ts(1,1): error TS1: x\n', exit: 2 },
      eslint: { stderr: 'no config\n', exit: 2 },
      jest: { config: jest.config },
    });
    await play(mode, qualityGate, scenario, (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '')).toEqual([
        'types-failed',
        'lint-misconfigured',
        'tests-report-missing',
      ]);
      expect(seen.outputs).toMatchObject({ blame: 'code', result: 'failure' });
      expect(seen.exitCode).toBe(1);
    });
  });
});

test('a defect of ours is called one, and leaves no verdict but "fail"', async () => {
  const clock = {
    ...systemClock,
    now: () => {
      throw new Error('the clock has stopped');
    },
  };
  await play('source', qualityGate, { ...standInProject({}), clock }, (seen) => {
    expect(seen.exitCode).toBe(4);
    expect(seen.outputs).toMatchObject({ verdict: 'fail', blame: 'slipway', result: 'error' });
    expect(seen.log).toContain('the clock has stopped');
  });
});
