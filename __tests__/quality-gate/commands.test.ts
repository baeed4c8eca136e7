import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseCommands } from '../../actions/quality-gate/commands.ts';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { slowModes, play } from '../support/scenario.ts';
import type { Scenario } from '../support/scenario.ts';
import { coverageOf, jestReport, standInProject, vitestReport } from './project.ts';

const junit = (cases: string, tests = 2): string =>
  `<testsuites><testsuite name="all" file="test/a.test.js" tests="${tests}">${cases}</testsuite></testsuites>`;
const twoPass = junit('<testcase name="one"/><testcase name="two"/>');
const lcov = (covered: number, total: number, extra = ''): string => {
  const lines = Array.from({ length: total }, (_, index) => `DA:${index + 1},${index < covered ? 1 : 0}\n`).join('');
  return `SF:src/a.js\n${extra}${lines}end_of_record\n`;
};
const branches = 'FN:1,f\nFNDA:1,f\nBRDA:1,0,0,1\nBRDA:1,0,1,1\n';
const source = 'line;\n'.repeat(10);

interface Own {
  /** What the command of the tests writes. */
  readonly report?: string;
  readonly coverage?: string;
  /** What lies there before. */
  readonly left?: Readonly<Record<string, string>>;
  readonly more?: string;
  readonly commands?: string;
}

/** A project of which the tests are run by a command that writes the given files. */
function ownProject({ report, coverage, left = {}, more = 'true', commands }: Own): Scenario {
  const copy = (from: string, to: string, text: string | undefined): string =>
    text === undefined ? 'true' : `cp ${from} ${to}`;
  const run = [copy('given/report', 'out.xml', report), copy('given/coverage', 'cov.info', coverage), more].join(
    ' && ',
  );
  return standInProject(
    {},
    {
      inputs: {
        commands: commands ?? `tests: { run: ${JSON.stringify(run)}, report: out.xml, coverage: cov.info }`,
      },
      files: {
        'src/a.js': source,
        ...left,
        ...(report === undefined ? {} : { 'given/report': report }),
        ...(coverage === undefined ? {} : { 'given/coverage': coverage }),
      },
    },
  );
}

interface Row {
  readonly fault: string;
  readonly own: Own;
  readonly reasons: readonly string[];
  readonly blame: 'code' | 'configuration' | 'tool';
  readonly says: string;
  readonly at?: string;
}

const rows: readonly Row[] = [
  {
    fault: 'coverage left over from another commit, which the command does not write',
    own: { report: twoPass, left: { 'cov.info': lcov(10, 10) } },
    reasons: ['report-stale'],
    blame: 'configuration',
    says: 'cov.info is older than this run',
  },
  {
    fault: 'a report that the command restores with its old date',
    own: {
      coverage: lcov(10, 10),
      more: 'touch -d 2020-01-01 given/old && cp -p given/old out.xml',
      left: { 'given/old': twoPass },
    },
    reasons: ['report-stale'],
    blame: 'configuration',
    says: 'out.xml is older than this run',
  },
  {
    fault: 'no JUnit report',
    own: { coverage: lcov(10, 10) },
    reasons: ['tests-report-missing'],
    blame: 'tool',
    says: 'The command ended (exit code 0) and left no report.',
  },
  {
    fault: 'a JUnit report that is cut off',
    own: { report: twoPass.slice(0, 60), coverage: lcov(10, 10) },
    reasons: ['tests-report-unreadable'],
    blame: 'tool',
    says: 'The test report cannot be read',
  },
  {
    fault: 'a JUnit report that says that it has more tests than it lists',
    own: { report: junit('<testcase name="one"/>', 3), coverage: lcov(10, 10) },
    reasons: ['tests-report-unreadable'],
    blame: 'tool',
    says: 'says that it has 3 tests and lists 1',
  },
  {
    fault: 'a report that is neither XML nor JSON',
    own: { report: 'ok 1 - adds', coverage: lcov(10, 10) },
    reasons: ['tests-report-unreadable'],
    blame: 'tool',
    says: "it is neither XML (JUnit) nor JSON (Jest's or Vitest's)",
  },
  {
    fault: 'no coverage',
    own: { report: twoPass },
    reasons: ['coverage-missing'],
    blame: 'tool',
    says: 'cov.info',
  },
  {
    fault: 'coverage that is cut off',
    own: { report: twoPass, coverage: lcov(10, 10).slice(0, 40) },
    reasons: ['coverage-missing'],
    blame: 'tool',
    says: 'is cut off',
  },
  {
    fault: 'coverage of other code: it counts lines behind the end of a file',
    own: { report: twoPass, coverage: lcov(30, 30) },
    reasons: ['coverage-missing'],
    blame: 'tool',
    says: 'it counts line 30 of src/a.js, which has 11: it was measured on other code',
  },
  {
    fault: 'coverage of a file that is not there',
    own: { report: twoPass, coverage: lcov(10, 10).replace('src/a.js', 'src/gone.js') },
    reasons: ['coverage-missing'],
    blame: 'tool',
    says: 'it names src/gone.js, and there is no such file',
  },
  {
    fault: 'too little coverage',
    own: { report: twoPass, coverage: lcov(7, 10, branches) },
    reasons: ['coverage-below'],
    blame: 'code',
    says: 'Coverage of lines is 70.00 %',
  },
  {
    fault: 'a failing test',
    own: {
      report: junit(
        '<testcase name="one"><failure message="no">at test/a.test.js:7:3</failure></testcase><testcase name="two"/>',
      ),
      coverage: lcov(10, 10, branches),
      more: 'exit 1',
    },
    reasons: ['tests-failed'],
    blame: 'code',
    says: '1 failure in 2 tests.',
    at: 'test/a.test.js:7',
  },
  {
    fault: 'every test passes and the command fails, in the middle of a pipe',
    own: { report: twoPass, coverage: lcov(10, 10, branches), more: 'false | cat' },
    reasons: ['tests-exit'],
    blame: 'tool',
    says: 'Every test passed, yet the command ended with exit code 1.',
  },
  {
    fault: 'a lint report with a warning, from a command that exits 0',
    own: {
      left: {
        'given.xml':
          '<checkstyle version="4.3"><file name="src/a.js"><error line="3" column="1" severity="warning" message="m" source="rule"/></file></checkstyle>',
      },
      commands: 'lint: { run: cp given.xml lint.xml, report: lint.xml }',
    },
    reasons: ['lint-failed'],
    blame: 'code',
    says: '0 errors and 1 warning',
    at: 'src/a.js:3',
  },
  {
    fault: 'no lint report from a command that exits 0',
    own: { commands: 'lint: { run: "true", report: lint.xml }' },
    reasons: ['lint-report-unreadable'],
    blame: 'tool',
    says: 'ENOENT',
  },
  {
    fault: 'a lint report of an earlier run',
    own: {
      left: { 'lint.json': '[{"filePath":"/a.js","messages":[]}]' },
      commands: 'lint: { run: "true", report: lint.json }',
    },
    reasons: ['report-stale'],
    blame: 'configuration',
    says: 'lint.json is older than this run',
  },
  {
    fault: 'a lint report without a problem from a command that fails',
    own: {
      left: { 'given.xml': '<checkstyle/>' },
      commands: 'lint: { run: cp given.xml lint.xml; exit 3, report: lint.xml }',
    },
    reasons: ['check-crashed'],
    blame: 'tool',
    says: '"lint" crashed (exit code 3)',
  },
  {
    fault: 'type errors that a command prints',
    own: { commands: `types: "echo 'src/a.js(2,1): error TS2322: no'; exit 2"` },
    reasons: ['types-failed'],
    blame: 'code',
    says: 'The type check found 1 error in 1 file.',
    at: 'src/a.js:2',
  },
  {
    fault: 'a type check that fails and prints nothing that we know',
    own: { commands: 'types: echo broken; exit 5' },
    reasons: ['check-crashed'],
    blame: 'tool',
    says: '"types" crashed (exit code 5): broken',
  },
];

describe.each(slowModes)('%s: commands of the user', (mode) => {
  test.each(rows)('$fault', async ({ own, reasons, blame, says, at }) => {
    await play(mode, qualityGate, ownProject(own), (seen) => {
      expect(JSON.parse(seen.outputs['reasons'] ?? '[]')).toEqual(reasons);
      expect(seen.outputs).toMatchObject({ verdict: 'fail', blame });
      expect(seen.exitCode).toBe(blame === 'configuration' ? 2 : 1);
      expect(seen.log).toContain(says);
      if (at !== undefined) expect(seen.annotations.map((one) => `${one.file ?? ''}:${one.line ?? ''}`)).toContain(at);
    });
  });

  test.each([
    ['JUnit and LCOV', twoPass, lcov(9, 10, branches)],
    ['the JSON of Jest and the map of Istanbul', JSON.stringify(jestReport({ total: 2, passed: 2 })), 'MAP'],
    ['the JSON of Vitest and the map of Istanbul', JSON.stringify(vitestReport({ passed: 2 })), 'MAP'],
    [
      'JUnit and Cobertura, whose paths begin in a folder that it names',
      twoPass,
      `<coverage lines-valid="10" lines-covered="9"><sources><source>src</source></sources><packages><package><classes><class filename="a.js"><methods><method name="f"><lines><line number="1" hits="1"/></lines></method></methods><lines>${Array.from({ length: 10 }, (_, index) => `<line number="${index + 1}" hits="${index < 9 ? 1 : 0}"${index === 0 ? ' branch="true" condition-coverage="100% (2/2)"' : ''}/>`).join('')}</lines></class></classes></package></packages></coverage>`,
    ],
  ])('pass with %s', async (_, report, coverage) => {
    const scenario = ownProject({ report, coverage: coverage === 'MAP' ? '{}' : coverage });
    const prepare = scenario.prepare;
    const prepared: Scenario = {
      ...scenario,
      prepare: (workspace) => {
        prepare?.(workspace);
        if (coverage === 'MAP')
          writeFileSync(
            join(workspace, 'given/coverage'),
            JSON.stringify(coverageOf(9, 10, join(workspace, 'src/a.js'))),
          );
      },
    };
    await play(mode, qualityGate, prepared, (seen) => {
      expect(seen.log).not.toContain('did not pass');
      expect(seen.outputs).toMatchObject({ verdict: 'pass', 'coverage-lines': '90.00' });
      expect(seen.annotations).toEqual([]);
      expect(seen.summary).toContain('2 tests in 1 file');
    });
  });

  test('pass with a report that counts lines only, and with a warning that says so', async () => {
    await play(mode, qualityGate, ownProject({ report: twoPass, coverage: lcov(9, 10) }), (seen) => {
      expect(seen.outputs['verdict']).toBe('pass');
      expect(seen.annotations).toEqual([
        expect.objectContaining({
          level: 'warning',
          message: expect.stringContaining('says nothing about branches and functions'),
        }),
      ]);
    });
  });

  test('pass for types and lint, of which the command need not say how much it looked at', async () => {
    const commands = 'types: "true"\nlint: { run: echo "<checkstyle/>" > lint.xml, report: lint.xml }';
    await play(mode, qualityGate, ownProject({ commands }), (seen) => {
      expect(seen.outputs['verdict']).toBe('pass');
      expect(seen.summary).toContain('what the command looks at');
    });
  });

  test('are not annotated by the matchers of setup-node too, which are gone before anything is printed', async () => {
    const commands = `types: "echo 'src/a.js(2,1): error TS2322: no'; exit 2"`;
    await play(mode, qualityGate, ownProject({ commands }), (seen) => {
      for (const owner of ['tsc', 'eslint-stylish', 'eslint-compact']) {
        const removed = seen.raw.indexOf(`::remove-matcher owner=${owner}::`);
        expect(removed).toBeGreaterThanOrEqual(0);
        expect(removed).toBeLessThan(seen.raw.indexOf('types │'));
      }
      expect(seen.annotations.filter((one) => one.line === 2)).toHaveLength(1);
    });
  });

  test('that cannot be read are refused before anything runs, all mistakes at once', async () => {
    const commands = 'lnt: eslint .\ntests: { run: make, reports: out.xml }';
    await play(mode, qualityGate, ownProject({ commands }), (seen) => {
      expect(seen.exitCode).toBe(2);
      expect(seen.outputs).toMatchObject({ verdict: 'fail', result: 'misconfigured' });
      expect(seen.log).toContain('there is no check "lnt"; did you mean "lint"?');
      expect(seen.log).toContain('"tests" has no "reports"; it takes "run", "report", "coverage"');
      expect(seen.log).toContain('"tests" needs "report", a text; "tests" needs "coverage", a text');
      expect(seen.log).not.toContain('types │');
    });
  });
});

test.each([
  ['types: [', /^line 1, column 9: /],
  ['just text', 'it is no map from a check to its command'],
  ['types: 3', '"types" is neither a command nor a map with "run"'],
  ['types: { run: "" }', '"types" needs "run", a text'],
  ['types: { run: tsc, coverage: x }', '"types" has no "coverage"; it takes "run"'],
])('commands: %s', (text, message) => {
  expect(() => parseCommands(text)).toThrow(message);
});
