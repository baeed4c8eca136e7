import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCobertura, writeCobertura } from '#reports/cobertura';
import { countCoverage, sumCounts } from '#reports/coverage';
import { parseLcov, writeLcov } from '#reports/lcov';
import { countSource, countSources, readSources } from '#reports/source-coverage';
import type { SourceCoverage } from '#reports/source-coverage';
import { parseXml } from '#kit/xml-reader';
import type { XmlElement } from '#kit/xml-reader';
import { fileMap, mapOf, someSources } from './maps.ts';

const source = (more: Partial<SourceCoverage>): SourceCoverage => ({
  path: 'src/a.ts',
  lines: new Map(),
  functions: [],
  branches: [],
  ...more,
});
const shuffled = fc
  .nat()
  .map((seed) => <T>(items: readonly T[]) => [...items.slice(seed % 5), ...items.slice(0, seed % 5)]);

test('the counts of a map and of what is written from it are the same, except statements, which only maps have', () => {
  const map = mapOf(
    fileMap('/w/src/b.ts', { statements: [['3:0-3:9', 0]], functions: [['3:0-3:9', 0]] }),
    fileMap('/w/src/a.ts', {
      statements: [
        ['1:0-1:9', 2],
        ['1:10-1:20', 0],
        ['10:0-10:9', 0],
      ],
      functions: [['1:0-9:9', 2]],
      branches: [
        {
          type: 'if',
          arms: [
            ['1:0-1:9', 2],
            ['1:0-1:9', 0],
          ],
        },
      ],
    }),
    fileMap('/elsewhere.ts', { statements: [['1:0-1:9', 0]] }),
  );
  const sources = readSources(map, (file) => (file.startsWith('/w/') ? file.slice('/w/'.length) : undefined));
  expect(sources.map(({ path }) => path)).toEqual(['src/a.ts', 'src/b.ts']);
  const { lines, branches, functions } = sumCounts(
    countCoverage(map)
      .files.filter(({ file }) => file.startsWith('/w/'))
      .map(({ counts }) => counts),
  );
  const expected = { lines, branches, functions, statements: { covered: 0, total: 0 } };
  expect(lines).toEqual({ covered: 1, total: 3 });
  expect(countSources(parseLcov(writeLcov(sources))).total).toEqual(expected);
  expect(countSources(parseCobertura(writeCobertura(sources, { measuredAt: 0, source: '/w' })).sources).total).toEqual(
    expected,
  );
});

describe('LCOV', () => {
  test('property: what is written is read back, whatever the order', () => {
    fc.assert(
      fc.property(someSources, shuffled, (sources, shuffle) => {
        const text = writeLcov(shuffle(sources));
        expect(parseLcov(text)).toEqual(sources);
        expect(writeLcov(sources)).toBe(text);
      }),
    );
  });
  test('property: a tracefile that is cut off within a record is refused', () => {
    const one = writeLcov([
      source({
        lines: new Map([
          [1, 1],
          [22, 0],
        ]),
        functions: [{ name: 'f', line: 1, hits: 1 }],
      }),
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: one.length - 2 }), (end) => {
        expect(() => parseLcov(one.slice(0, end))).toThrow(SyntaxError);
      }),
    );
  });
  test('functions of one name are told apart; what one line cannot hold is refused', () => {
    const functions = [1, 5, 9].map((line) => ({ name: 'get\n', line, hits: line }));
    const text = writeLcov([source({ functions })]);
    expect(text).toContain('FN:1,get \nFN:5,get  (2)\nFN:9,get  (3)\n');
    expect(() => writeLcov([source({ path: 'a\nb' })])).toThrow(RangeError);
  });
  test('what other tools write: repeated names, "-", checksums, comments, several records of a file', () => {
    const text = [
      '# comment',
      'TN:unit',
      'SF:b.ts',
      'FN:3,get',
      'FN:1,2,get',
      'FNDA:4,get',
      'FNF:1',
      'BRDA:1,0,0,-',
      'BRDA:1,0,1,2',
      'DA:2,0,abc',
      'DA:1,1',
      'DA:1,1',
      'LF:2',
      'LH:1',
      'end_of_record',
      'SF:b.ts',
      'DA:2,5',
      'FN:3,get',
      'FNDA:1,get',
      'BRDA:1,0,0,3',
      'BRDA:1,e1,jump to 3,0',
      'end_of_record',
      'SF:a.ts',
      'end_of_record',
    ].join('\r\n');
    const [a, b] = parseLcov(text);
    expect(a).toEqual(source({ path: 'a.ts' }));
    expect(b).toEqual({
      path: 'b.ts',
      lines: new Map([
        [1, 2],
        [2, 5],
      ]),
      functions: [
        { name: 'get', line: 1, hits: 0 },
        { name: 'get', line: 3, hits: 5 },
      ],
      branches: [
        { line: 1, arms: [3, 2] },
        { line: 1, arms: [0] },
      ],
    });
  });
  test.each([
    ['', 'it has no record'],
    ['TN:\n', 'it has no record'],
    ['<coverage/>', 'line 1: it is no record of LCOV'],
    ['end_of_record\n', 'line 1: there is no record to end'],
    ['SF:\nend_of_record\n', 'line 1: the record names no file'],
    ['SF:a\nDA:1,1\n', 'the record of a is cut off'],
    ['SF:a\nSF:b\nend_of_record\n', 'line 2: the record of a has no end'],
    ['DA:1,1\n', 'line 1: "DA" stands outside of a record'],
    ['SF:a\nDA:1\nend_of_record\n', 'line 2: "DA" has not the form'],
    ['SF:a\nDA:1,-1\nend_of_record\n', 'line 2: "DA" has not the form'],
    ['SF:a\nXX:1\nend_of_record\n', 'line 2: "XX" is not known'],
    ['SF:a\nDA:1,1\nLF:2\nend_of_record\n', 'line 4: the record says LF:2 and lists 1'],
    ['SF:a\nDA:1,0\nLH:1\nend_of_record\n', 'line 4: the record says LH:1 and lists 0'],
    ['SF:a\nBRF:1\nend_of_record\n', 'the record says BRF:1 and lists 0'],
    ['SF:a\nBRDA:1,0,0,0\nBRH:1\nend_of_record\n', 'the record says BRH:1 and lists 0'],
  ])('%j is refused: %s', (text, reason) => {
    expect(() => parseLcov(text)).toThrow(SyntaxError);
    expect(() => parseLcov(text)).toThrow(reason);
  });
});

describe('Cobertura', () => {
  const options = { measuredAt: 1_764_000_000_000, source: '/w' };
  const byLine = ({ branches }: SourceCoverage): number[][] =>
    branches.map(({ line, arms }) => [line, arms.length, arms.filter((taken) => taken > 0).length]);

  test('property: lines and functions are read back; branches are, by line; the totals are right', () => {
    fc.assert(
      fc.property(someSources, shuffled, (sources, shuffle) => {
        const text = writeCobertura(shuffle(sources), options);
        expect(writeCobertura(sources, options)).toBe(text);
        const report = parseCobertura(text);
        expect(report.roots).toEqual(['/w']);
        // A tab or a carriage return in an attribute would come back as a space, were it not escaped.
        expect(report.sources.map(({ path, lines, functions }) => ({ path, lines, functions }))).toEqual(
          sources.map(({ path, lines, functions }) => ({ path, lines, functions })),
        );
        expect(report.sources.map(countSource)).toEqual(sources.map(countSource));
      }),
    );
  });
  test('property: it is valid against the document type', () => {
    fc.assert(fc.property(someSources, (sources) => expectValid(parseXml(writeCobertura(sources, options)))));
  });
  test('branches of a line are added up; those that begin where no statement does go to the line before, else the first', () => {
    const one = source({
      lines: new Map([
        [3, 1],
        [5, 1],
      ]),
      branches: [
        { line: 1, arms: [1] },
        { line: 3, arms: [2, 0] },
        { line: 4, arms: [0] },
        { line: 9, arms: [0, 0] },
      ],
    });
    const text = writeCobertura([one], options);
    expect(text).toContain('<line number="3" hits="1" branch="true" condition-coverage="50% (2/4)"/>');
    expect(text).toContain('<line number="5" hits="1" branch="true" condition-coverage="0% (0/2)"/>');
    expect(byLine(parseCobertura(text).sources[0] ?? one)).toEqual([
      [3, 4, 2],
      [5, 2, 0],
    ]);
    expect(text).toContain(
      'line-rate="1" branch-rate="0.3333" lines-covered="2" lines-valid="2" branches-covered="2" branches-valid="6"',
    );
  });
  test('rates are cut, not rounded; nothing to cover has the rate 1; packages are folders', () => {
    const lines = new Map(Array.from({ length: 30_000 }, (_, index) => [index + 1, index === 0 ? 0 : 1]));
    const text = writeCobertura(
      [source({ path: 'a.ts', lines }), source({ path: 'x/y/b.ts', branches: [{ line: 1, arms: [0] }] })],
      options,
    );
    expect(text).toContain('<package name="." line-rate="0.9999" branch-rate="1" complexity="0">');
    expect(text).toContain('<package name="x.y" line-rate="1" branch-rate="1" complexity="0">');
  });
  test('classes of one file are added up, as other tools write them', () => {
    const part = (lines: string): string =>
      `<class filename="a.ts"><methods><method name="f"/></methods><lines>${lines}</lines></class>`;
    const { sources } = parseCobertura(
      `<coverage><packages><package><classes>${part('<line number="2" hits="0"/>')}${part('<line number="1" hits="3" branch="false"/><line number="2" hits="1"/>')}</classes></package></packages></coverage>`,
    );
    expect(sources).toEqual([
      source({
        path: 'a.ts',
        lines: new Map([
          [1, 3],
          [2, 1],
        ]),
      }),
    ]);
  });
  const whole = writeCobertura(
    [
      source({
        lines: new Map([
          [1, 1],
          [2, 0],
        ]),
        branches: [{ line: 1, arms: [1, 0] }],
      }),
    ],
    options,
  );
  test.each([
    ['', 'the document is empty'],
    ['<testsuites/>', 'the root is <testsuites> and not <coverage>'],
    ['<coverage/>', 'it has no class'],
    [whole.replace('filename', 'file'), '<class> has no filename'],
    [whole.replace('filename="src/a.ts"', 'filename=""'), 'a class names no file'],
    [whole.replace('lines-valid="2"', 'lines-valid="3"'), 'it says lines-valid: 3 and lists 2'],
    [whole.replace('lines-covered="1"', 'lines-covered="2"'), 'it says lines-covered: 2 and lists 1'],
    [whole.replace('branches-valid="2"', 'branches-valid="1"'), 'it says branches-valid: 1 and lists 2'],
    [whole.replace('hits="1"', 'hits="1.5"'), 'hits is "1.5" and no count'],
    [whole.replace('(1/2)', ''), 'a branch does not say'],
    [whole.replace('(1/2)', '(3/2)'), 'a branch does not say'],
    [whole.slice(0, whole.indexOf('</classes>')), 'the document is cut off'],
  ])('%j is refused: %s', (text, reason) => {
    expect(() => parseCobertura(text)).toThrow(SyntaxError);
    expect(() => parseCobertura(text)).toThrow(reason);
  });
});

/**
 * What coverage-04.dtd allows: the children in their order, with `*` for any number, and the attributes that must be there.
 * Source: http://cobertura.sourceforge.net/xml/coverage-04.dtd
 */
const documentType: Readonly<Record<string, { children: string; required: string }>> = {
  coverage: {
    children: 'sources packages',
    required:
      'line-rate branch-rate lines-covered lines-valid branches-covered branches-valid complexity version timestamp',
  },
  sources: { children: 'source*', required: '' },
  source: { children: '', required: '' },
  packages: { children: 'package*', required: '' },
  package: { children: 'classes', required: 'name line-rate branch-rate complexity' },
  classes: { children: 'class*', required: '' },
  class: { children: 'methods lines', required: 'name filename line-rate branch-rate complexity' },
  methods: { children: 'method*', required: '' },
  method: { children: 'lines', required: 'name signature line-rate branch-rate complexity' },
  lines: { children: 'line*', required: '' },
  line: { children: '', required: 'number hits' },
};
const optional = ['branch', 'condition-coverage'];

function expectValid({ name, attributes, children }: XmlElement): void {
  const { children: allowed, required } = documentType[name] ?? { children: 'no such element', required: '' };
  const found = children.map((child) => child.name).join(' ');
  if (allowed.endsWith('*'))
    expect(new Set(found.split(' '))).toEqual(new Set([found === '' ? '' : allowed.slice(0, -1)]));
  else expect(found).toBe(allowed);
  const needed = required.split(' ').filter((one) => one !== '');
  expect([...attributes.keys()].filter((key) => !optional.includes(key)).toSorted()).toEqual(needed.toSorted());
  children.forEach(expectValid);
}
