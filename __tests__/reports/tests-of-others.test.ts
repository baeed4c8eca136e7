import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTestReport } from '#reports/jest';
import { parseJunit, writeJunit } from '#reports/junit';
import type { TestCase, TestReport } from '#reports/test-report';
import { parseVitestReport } from '#reports/vitest';
import { dropForbidden } from '#reports/xml-writer';

/** As Vitest 3.2.7 and 4.1.11 wrote them, without what nobody reads. */
function vitest(more: object, ...files: object[]): string {
  const counts = { numTotalTests: 1, numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  return JSON.stringify({ numTotalTestSuites: 3, ...counts, success: true, ...more, testResults: files });
}
const file = (more: object): object => ({
  name: '/w/a.test.ts',
  status: 'passed',
  message: '',
  assertionResults: [],
  ...more,
});
const one = (status: string, more: object = {}): object => ({
  ancestorTitles: ['outer', 'inner'],
  title: 'works',
  status,
  failureMessages: [],
  ...more,
});

describe('Vitest', () => {
  test('passed, skipped and planned tests', () => {
    const results = [
      one('passed', { duration: 2.5 }),
      one('skipped', { title: 'later' }),
      one('todo', { title: 'one day' }),
    ];
    const report = parseVitestReport(
      vitest(
        { numTotalTests: 3, numPendingTests: 1, numTodoTests: 1, coverageMap: {} },
        file({ assertionResults: results }),
      ),
    );
    expect(report).toEqual({
      suites: 1,
      total: 3,
      passed: 1,
      failed: [],
      skipped: 2,
      cases: [
        { file: '/w/a.test.ts', name: 'outer > inner > works', outcome: 'passed', durationMs: 2.5 },
        { file: '/w/a.test.ts', name: 'outer > inner > later', outcome: 'skipped' },
        { file: '/w/a.test.ts', name: 'outer > inner > one day', outcome: 'skipped' },
      ],
      interrupted: false,
      coverageMap: {},
    });
  });
  test('a failed test stands at the line of its assertion', () => {
    const message =
      'AssertionError: expected 3 to be 4\n    at /w/a.test.ts:5:23\n    at file:///w/node_modules/x.js:302:11';
    const results = [one('failed', { failureMessages: [message] })];
    const report = parseVitestReport(
      vitest(
        { numPassedTests: 0, numFailedTests: 1, success: false },
        file({ status: 'failed', assertionResults: results }),
      ),
    );
    expect(report.failed).toEqual([
      { file: '/w/a.test.ts', name: 'outer > inner > works', message, line: 5, column: 23 },
    ]);
  });
  test.each([
    ['a file that cannot be loaded', [], 'cannot load', 'cannot load'],
    ['a hook that failed, of which only skipped tests and no message are left', [one('skipped')], '', 'a hook failed'],
  ])('%s is a failure of the file', (_, assertionResults, message, said) => {
    const counts = {
      numTotalTests: assertionResults.length,
      numPassedTests: 0,
      numPendingTests: assertionResults.length,
    };
    const report = parseVitestReport(
      vitest({ ...counts, success: false }, file({ status: 'failed', message, assertionResults })),
    );
    expect(report.failed).toEqual([{ file: '/w/a.test.ts', message: expect.stringContaining(said) }]);
    expect(report.cases.at(-1)).toMatchObject({ outcome: 'failed' });
    expect(report.total).toBe(assertionResults.length);
  });
  test('a run without a test file has no failure and no test', () => {
    const report = parseVitestReport(vitest({ numTotalTests: 0, numPassedTests: 0, success: false }));
    expect(report).toMatchObject({ suites: 0, total: 0, passed: 0, failed: [] });
  });
  test('tests that --bail kept from running are not passed, and the run is known as stopped', () => {
    const results = [one('failed', { failureMessages: ['no'] }), one('pending'), one('pending')];
    const counts = { numTotalTests: 3, numPassedTests: 0, numFailedTests: 1, success: false };
    const report = parseVitestReport(vitest(counts, file({ status: 'failed', assertionResults: results })));
    expect(report).toMatchObject({ interrupted: true, total: 3, passed: 0, skipped: 2 });
    expect(report.failed).toHaveLength(1);
  });
  test.each([
    [true, 'failed', 0, 1],
    [false, 'passed', 1, 0],
  ])(
    'a file that never began is a run that was stopped, if something failed: %s',
    (interrupted, status, passed, failed) => {
      const counts = { numPassedTests: passed, numFailedTests: failed, success: failed === 0 };
      const report = parseVitestReport(vitest(counts, file({ status, assertionResults: [one(status)] }), file({})));
      expect(report.interrupted).toBe(interrupted);
    },
  );
  const passing = file({ assertionResults: [one('passed')] });
  test.each([
    ['', 'the report is empty'],
    ['[', 'JSON'],
    ['3', 'not an object'],
    [vitest({ numTotalTests: 2 }, passing), 'it says numTotalTests: 2 and names 1'],
    [vitest({ numPassedTests: 0 }, passing), 'it says numPassedTests: 0 and names 1'],
    [vitest({ numFailedTests: 1 }, passing), 'it says numFailedTests: 1 and names 0'],
    [vitest({ success: false }, passing), 'it says success: false and names 0 failures'],
    [
      vitest({ success: true }, file({ assertionResults: [one('passed')] }), file({ status: 'failed', message: 'x' })),
      'it says success: true and names 1',
    ],
    [vitest({ success: 'yes' }, passing), 'it does not say whether'],
  ])('%j is no report: %s', (json, reason) => {
    expect(() => parseVitestReport(json)).toThrow(SyntaxError);
    expect(() => parseVitestReport(json)).toThrow(reason);
  });
});

test("Jest's report names every test, with a case for a file that could not be loaded", () => {
  const json = JSON.stringify({
    ...{
      numTotalTests: 2,
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 1,
    },
    testResults: [
      file({
        status: 'failed',
        assertionResults: [
          one('passed', { duration: 3 }),
          one('failed', { failureMessages: ['\u001B[31mno\u001B[39m'] }),
        ],
      }),
      file({ name: '/w/b.test.ts', status: 'failed', message: 'broken' }),
    ],
  });
  expect(parseTestReport(json).cases).toEqual([
    { file: '/w/a.test.ts', name: 'outer > inner > works', outcome: 'passed', durationMs: 3 },
    { file: '/w/a.test.ts', name: 'outer > inner > works', outcome: 'failed', message: 'no' },
    { file: '/w/b.test.ts', outcome: 'failed', message: 'broken' },
  ]);
});

describe('JUnit', () => {
  const plain = (file: string): string => file;
  const text = fc
    .string({
      unit: fc.constantFrom('a', '<', '&', ']]>', '"', '\u001B[1m', '\n', '\r', 'ä', '🚀'),
      minLength: 1,
      maxLength: 5,
    })
    .map((inner) => `x${inner}x`);
  const testCases: fc.Arbitrary<TestCase> = fc
    .record({
      file: fc.constantFrom('a.test.ts', 'b/<&".test.ts'),
      name: fc.option(text, { nil: undefined }),
      outcome: fc.constantFrom('passed' as const, 'failed' as const, 'skipped' as const),
      durationMs: fc.option(fc.nat({ max: 100_000 }), { nil: undefined }),
      message: text,
    })
    .map(({ file: path, name, outcome, durationMs, message }) => ({
      file: path,
      outcome: name === undefined ? 'failed' : outcome,
      ...(name === undefined ? {} : { name }),
      ...(durationMs === undefined ? {} : { durationMs }),
      ...(name === undefined || outcome === 'failed' ? { message } : {}),
    }));
  const reportOf = (cases: readonly TestCase[]): TestReport => {
    const named = cases.filter(({ name }) => name !== undefined);
    const failed = cases.filter(({ outcome }) => outcome === 'failed');
    return {
      suites: new Set(cases.map((one) => one.file)).size,
      total: named.length,
      passed: named.filter(({ outcome }) => outcome === 'passed').length,
      failed: failed.map(({ file: path, name, message = '' }) => ({
        file: path,
        message,
        ...(name === undefined ? {} : { name }),
      })),
      skipped: named.filter(({ outcome }) => outcome === 'skipped').length,
      cases,
      interrupted: false,
      coverageMap: undefined,
    };
  };
  const clean = ({ name, message, ...rest }: TestCase): TestCase => ({
    ...rest,
    ...(name === undefined ? {} : { name: dropForbidden(name) }),
    ...(message === undefined ? {} : { message: dropForbidden(message) }),
  });

  test('property: what is written is read back, file by file', () => {
    fc.assert(
      fc.property(fc.array(testCases, { maxLength: 8 }), (cases) => {
        const sorted = cases.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
        expect(parseJunit(writeJunit(reportOf(cases), 'unit', plain))).toEqual(reportOf(sorted.map(clean)));
      }),
    );
  });
  test('it reads as GitLab, Jenkins and Codecov expect it', () => {
    const cases: TestCase[] = [
      { file: '/w/b.test.ts', outcome: 'failed', message: 'cannot load' },
      { file: '/w/a.test.ts', name: 'a > b', outcome: 'failed', durationMs: 1234.5, message: 'first <1>\nat x' },
      { file: '/w/a.test.ts', name: 'c', outcome: 'skipped' },
      { file: '/w/a.test.ts', name: 'd', outcome: 'passed', durationMs: 1 },
    ];
    expect(writeJunit(reportOf(cases), 'unit', (path) => path.slice('/w/'.length))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="unit" tests="4" failures="1" errors="1" skipped="1" time="1.236">',
        '  <testsuite name="a.test.ts" tests="3" failures="1" errors="0" skipped="1" time="1.236" file="a.test.ts">',
        '    <testcase name="a &gt; b" classname="a.test.ts" file="a.test.ts" time="1.234">',
        '      <failure message="first &lt;1&gt;" type="AssertionError">first &lt;1&gt;\nat x</failure>',
        '    </testcase>',
        '    <testcase name="c" classname="a.test.ts" file="a.test.ts">',
        '      <skipped/>',
        '    </testcase>',
        '    <testcase name="d" classname="a.test.ts" file="a.test.ts" time="0.001"/>',
        '  </testsuite>',
        '  <testsuite name="b.test.ts" tests="1" failures="0" errors="1" skipped="0" time="0.000" file="b.test.ts">',
        '    <testcase name="the test file could not be run" classname="b.test.ts" file="b.test.ts">',
        '      <error message="cannot load" type="Error">cannot load</error>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });
  test('failures are counted from the elements, whatever the attributes say', () => {
    const report = parseJunit(
      '<testsuite name="x.test.ts" tests="1" failures="0"><testcase classname="c" name="n" time="1,000.5"><failure message="m at /w/x.test.ts:5:2"/><skipped/></testcase></testsuite>',
    );
    expect(report.failed).toEqual([
      { file: 'x.test.ts', name: 'n', message: 'm at /w/x.test.ts:5:2', line: 5, column: 2 },
    ]);
    expect(report).toMatchObject({ total: 1, passed: 0, skipped: 0 });
    expect(report.cases[0]?.durationMs).toBe(1_000_500);
  });
  test('suites in suites, failures of a suite, repeated runs, cut CDATA; files where writers put them', () => {
    const report = parseJunit(
      [
        '<testsuites tests="4" failures="1" errors="1"><testsuite name="outer" file="o.ts" tests="3"><error>set-up</error>',
        '<testsuite name="inner"><testcase name="n"><flakyFailure>once</flakyFailure></testcase>',
        '<testcase name="m"><failure><![CDATA[a]]]]><![CDATA[>b]]></failure></testcase></testsuite></testsuite>',
        '<testsuite name="other"><testcase name="o" classname="src/o.test.tsx"/><testcase name="p" classname="p"/></testsuite></testsuites>',
      ].join(''),
    );
    expect(report.failed).toEqual([
      { file: 'o.ts', message: 'set-up' },
      { file: 'o.ts', name: 'm', message: 'a]]>b' },
    ]);
    expect(report.cases.map((one) => one.file)).toEqual(['o.ts', 'o.ts', 'o.ts', 'src/o.test.tsx', '']);
    expect(report).toMatchObject({ total: 4, passed: 3 });
  });
  test.each([
    ['', 'the document is empty'],
    ['<coverage/>', 'the root is <coverage>'],
    ['<testsuites><testsuite>', 'the document is cut off'],
    ['<testsuites tests="2"><testsuite><testcase name="a"/></testsuite></testsuites>', 'has 2 tests and lists 1'],
    ['<testsuites>\n<testsuite tests="1"/></testsuites>', 'line 2: the suite says that it has 1 tests and lists 0'],
    ['<testsuite failures="1"><testcase name="a"/></testsuite>', 'has 1 failures and lists 0'],
    [
      '<testsuite failures="1" errors="1"><testcase name="a"><error/></testcase></testsuite>',
      'has 2 failures and lists 1',
    ],
    ['<testsuite tests="x"/>', 'tests is "x" and no count'],
    ['<testsuite><testcase/></testsuite>', 'a test has no name'],
  ])('%j is refused: %s', (xml, reason) => {
    expect(() => parseJunit(xml)).toThrow(SyntaxError);
    expect(() => parseJunit(xml)).toThrow(reason);
  });
});
