import { describe, expect, test } from '@jest/globals';
import type { FileCoverageData } from 'istanbul-lib-coverage';
import { countByPackage, countCoverage, formatShareChange } from '#reports/coverage';
import { detectProvider, mergeCoverage } from '#reports/provider';
import { fileMap, mapOf } from './maps.ts';

const marked = (file: FileCoverageData, marks: object): FileCoverageData => ({ ...file, ...marks });
const plain = (path: string): FileCoverageData =>
  fileMap(path, {
    statements: [
      ['1:20-1:29', 1],
      ['2:2-4:3', 0],
    ],
  });

/** As each tool wrote them: the recorded maps, cut down to what tells. */
const recorded = {
  // Jest 29.7 and 30.5, a file that ran.
  babel: marked(plain('/a.js'), { _coverageSchema: '1a1c01bbd47fc00a2c39e90264f33305004495a9', hash: '7831' }),
  // The same with source maps, or a file that no test imports, or Vitest's istanbul provider: no mark.
  babelUnmarked: plain('/b.js'),
  v8Lines: marked(
    fileMap('/c.js', {
      statements: [
        ['1:0-1:12', 1],
        ['2:0-2:0', 1],
        ['3:0-3:9', 0],
      ],
      branches: [{ type: 'branch', arms: [['1:0-3:9', 1]] }],
    }),
    { all: false },
  ),
  // Vitest 3.2 leaves out lines without code; keys stay those of the lines.
  v8Gaps: marked(
    {
      ...fileMap('/d.ts', {}),
      statementMap: { 1: { start: { line: 2, column: 0 }, end: { line: 2, column: 47 } } },
      s: { 1: 1 },
    },
    { all: false },
  ),
  v8Syntax: marked(plain('/e.ts'), { meta: { lastStatement: 1, seen: { 's:1:20:1:29': 0 } } }),
  // Nothing tells: an empty file, and one whose only statement is its first line.
  empty: fileMap('/f.ts', {}),
  oneLine: fileMap('/g.js', { statements: [['1:0-1:19', 1]] }),
};

test.each([
  ['babel', true, [recorded.babel, recorded.empty]],
  ['babel', true, [recorded.babelUnmarked, recorded.babel]],
  ['babel', false, [recorded.babelUnmarked]],
  ['v8-lines', true, [recorded.oneLine, recorded.v8Lines, recorded.v8Gaps]],
  ['v8-syntax', false, [recorded.v8Syntax]],
  ['unknown', false, [recorded.empty, recorded.oneLine]],
  ['unknown', false, []],
  ['mixed', true, [recorded.babel, recorded.v8Lines]],
  ['mixed', false, [recorded.v8Lines, recorded.v8Syntax]],
])('%s, certain: %s', (provider, certain, files) => {
  expect(detectProvider(mapOf(...files))).toMatchObject({ provider, certain, because: expect.any(String) });
});

test('V8 by lines counts a blank line, a comment and a brace as code', () => {
  // function f(a) {   // comment   if (a) {   return 1;   }   <blank>   return 2;   }   : f(false)
  const babel = fileMap('/f.js', {
    statements: [
      ['3:2-5:3', 1],
      ['4:4-4:13', 0],
      ['7:2-7:11', 1],
    ],
  });
  const hits = [1, 1, 1, 0, 0, 1, 1, 1];
  const v8 = fileMap('/f.js', { statements: hits.map((count, index) => [`${index + 1}:0-${index + 1}:9`, count]) });
  expect(countCoverage(mapOf(babel)).total.lines).toEqual({ covered: 2, total: 3 });
  expect(countCoverage(mapOf(v8)).total.lines).toEqual({ covered: 6, total: 8 });
});

describe('merging', () => {
  test('hits are added up, what only one map has is kept, and the maps stay as they are', () => {
    const first = mapOf(plain('/a.js'), plain('/b.js'));
    const second = mapOf(
      fileMap('/a.js', {
        statements: [
          ['1:20-1:29', 2],
          ['2:2-4:3', 5],
        ],
      }),
    );
    const before = structuredClone([first, second]);
    const merged = mergeCoverage([first, second, mapOf(recorded.empty)]);
    if ('refused' in merged) throw new Error(merged.refused);
    const { files, total } = countCoverage(merged.map);
    expect(files.map(({ file }) => file)).toEqual(['/a.js', '/b.js', '/f.ts']);
    expect(total.statements).toEqual({ covered: 3, total: 4 });
    expect([first, second]).toEqual(before);
  });
  test.each([
    [recorded.babel, recorded.v8Lines, 'map 1: babel'],
    [recorded.v8Lines, recorded.v8Syntax, 'map 2: v8-syntax'],
    [recorded.babelUnmarked, recorded.v8Syntax, 'cannot be added up'],
  ])('different providers are refused', (a, b, reason) => {
    expect(mergeCoverage([mapOf(a), mapOf(b)])).toEqual({ refused: expect.stringContaining(reason) });
  });
  test('what was merged is still known for what it is', () => {
    const twice = mergeCoverage([mapOf(recorded.v8Gaps), mapOf(recorded.v8Gaps)]);
    expect(detectProvider('map' in twice && twice.map)).toMatchObject({ provider: 'v8-lines', certain: false });
  });
  test('a map that is mixed in itself is refused; what is no map throws; nothing is nothing', () => {
    expect(mergeCoverage([mapOf(recorded.babel, recorded.v8Lines)])).toHaveProperty('refused');
    expect(() => mergeCoverage([{}, null])).toThrow(SyntaxError);
    expect(mergeCoverage([])).toEqual({ map: {} });
  });
});

test('counts by package are sorted by name; files of no package are left out', () => {
  const map = mapOf(plain('/w/b/x.ts'), plain('/w/a/x.ts'), plain('/w/b/y.ts'), plain('/other/z.ts'));
  const packages = countByPackage(countCoverage(map), (file) => /^\/w\/(\w+)\//.exec(file)?.[1]);
  expect([...packages.keys()]).toEqual(['a', 'b']);
  expect(packages.get('b')?.statements).toEqual({ covered: 2, total: 4 });
});

test.each([
  [{ covered: 1999, total: 2500 }, { covered: 2000, total: 2500 }, '+0.04'],
  [{ covered: 2000, total: 2500 }, { covered: 1999, total: 2500 }, '-0.04'],
  [{ covered: 1, total: 3 }, { covered: 2, total: 6 }, '0.00'],
  [{ covered: 0, total: 0 }, { covered: 2, total: 6 }, 'none'],
  [{ covered: 2, total: 6 }, { covered: 0, total: 0 }, 'none'],
])('from %j to %j: %s', (before, after, expected) => {
  expect(formatShareChange(before, after)).toBe(expected);
});
