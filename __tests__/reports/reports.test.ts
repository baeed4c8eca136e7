import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countCoverage, formatShare, reaches } from '#reports/coverage';
import { parseLintReport } from '#reports/eslint';
import { parseTestReport } from '#reports/jest';
import { parseTypeReport } from '#reports/tsc';

describe('coverage', () => {
  test('property: a share that is shown as reaching the threshold does reach it, and the reverse', () => {
    const counts = fc
      .integer({ min: 1, max: 2_000_000 })
      .chain((total) => fc.integer({ min: 0, max: total }).map((covered) => ({ covered, total })));
    const thresholds = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(counts, thresholds, (count, threshold) => {
        // The shown share is cut to hundredths, so it is at least the threshold exactly when the true share is.
        expect(Number.parseFloat(formatShare(count)) >= threshold).toBe(reaches(count, threshold));
      }),
    );
  });
  test.each([
    [{ covered: 0, total: 0 }, 1, false],
    [{ covered: 1999, total: 2500 }, 80, false],
    [{ covered: 2000, total: 2500 }, 80, true],
    [{ covered: 1999, total: 2500 }, 79.96, true],
    [{ covered: 7, total: 7 }, 100, true],
    [{ covered: 29, total: 100 }, 29, true],
    [{ covered: 57, total: 100 }, 57, true],
  ])('%j reaches %d %%: %s', (count, threshold, expected) => {
    expect(reaches(count, threshold)).toBe(expected);
  });
  test.each([null, [], 'x', { 'a.js': {} }, { 'a.js': 3 }])('%j is no coverage map', (map) => {
    expect(() => countCoverage(map)).toThrow(SyntaxError);
  });
});

describe('tsc', () => {
  test('explanations below an error belong to it; global errors have no place; packages do not count as files', () => {
    const report = parseTypeReport(
      [
        'a b.ts(1,2): error TS1: first',
        '  because',
        '    deeper',
        'error TS5058: nothing there',
        '/w/src/a.tsx',
        '/w/node_modules/x/index.d.ts',
        'C:\\w\\b.mts',
        'noise',
      ].join('\r\n'),
    );
    expect(report.located).toEqual([
      { file: 'a b.ts', line: 1, column: 2, code: 'TS1', message: 'first\n  because\n    deeper' },
    ]);
    expect(report.global).toEqual([{ code: 'TS5058', message: 'nothing there' }]);
    expect(report.files).toEqual(['/w/src/a.tsx', 'C:\\w\\b.mts']);
  });
});

describe('eslint', () => {
  test('a fatal message has no rule, a missing place is 0', () => {
    const json = JSON.stringify([
      { filePath: '/a.js', messages: [{ ruleId: null, severity: 2, fatal: true, message: 'Parsing error' }] },
    ]);
    expect(parseLintReport(json).messages).toEqual([
      { file: '/a.js', line: 0, column: 0, severity: 'error', message: 'Parsing error' },
    ]);
  });
  test.each(['', ' ', '{}', '[{"filePath":1}]', '[{"filePath":"a"}]', '[1]', '[{'])('%j is no report', (json) => {
    expect(() => parseLintReport(json)).toThrow(SyntaxError);
  });
  test('property: a report that was cut off anywhere is never read as a clean one', () => {
    const whole = JSON.stringify([
      { filePath: '/a.js', messages: [] },
      { filePath: '/b.js', messages: [{ ruleId: 'x', severity: 1, message: 'm', line: 1, column: 1 }] },
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (end) => {
        expect(() => parseLintReport(whole.slice(0, end))).toThrow(SyntaxError);
      }),
    );
  });
});

describe('jest', () => {
  const base = {
    numTotalTests: 1,
    numPassedTests: 1,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };
  test('a file with a skipped test is "focused", which is no failure', () => {
    const suite = {
      name: '/a.test.js',
      status: 'focused',
      message: '',
      assertionResults: [{ ancestorTitles: [], title: 'x', status: 'passed', failureMessages: [] }],
    };
    expect(parseTestReport(JSON.stringify({ ...base, testResults: [suite] })).failed).toEqual([]);
  });
  test('a failure without a frame in the test file is placed where its test begins', () => {
    const failed = {
      ancestorTitles: ['a', 'b'],
      title: 'c',
      status: 'failed',
      failureMessages: ['Error: x\n at f (/src/other.js:1:1)'],
      location: { line: 9, column: 3 },
    };
    const report = parseTestReport(
      JSON.stringify({
        ...base,
        numFailedTests: 1,
        testResults: [{ name: '/a.test.js', status: 'failed', message: '', assertionResults: [failed] }],
      }),
    );
    expect(report.failed).toEqual([
      { file: '/a.test.js', name: 'a > b > c', message: 'Error: x\n at f (/src/other.js:1:1)', line: 9, column: 3 },
    ]);
  });
  test.each([
    ['', 'the report is empty'],
    ['null', 'not an object'],
    ['{}', 'no list of test files'],
    [JSON.stringify({ testResults: [{ name: 'a' }] }), 'test file 0 has no results'],
    [JSON.stringify({ ...base, numTotalTests: 'many', testResults: [] }), '"numTotalTests" is not a count'],
    [JSON.stringify({ ...base, numPassedTests: -1, testResults: [] }), '"numPassedTests" is not a count'],
  ])('%j is no report: %s', (json, reason) => {
    expect(() => parseTestReport(json)).toThrow(reason);
  });
});
