import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatShare, reaches } from '#reports/coverage';
import type { ChangedFile } from '#reports/diff';
import { toRanges } from '#reports/line-ranges';
import { coverPatch } from '#reports/patch-coverage';
import { countSources, readSources } from '#reports/source-coverage';
import { fileMap, mapOf } from './maps.ts';
import type { Place } from './maps.ts';

const pathOf = (file: string): string | undefined => (file.startsWith('/w/') ? file.slice('/w/'.length) : undefined);
const inSource = (path: string): boolean => path.startsWith('src/');
const change = (path: string, lines: readonly number[], more: Partial<ChangedFile> = {}): ChangedFile => ({
  path,
  status: 'modified',
  kind: 'text',
  added: toRanges(lines),
  ...more,
});
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

test('changed lines are covered, uncovered, or not executable; files of the map that did not change do not count', () => {
  const map = mapOf(
    fileMap('/w/src/a.ts', {
      statements: [
        ['2:0-2:9', 1],
        ['4:0-4:9', 0],
        ['5:0-5:9', 0],
        ['8:0-8:9', 0],
      ],
    }),
    fileMap('/w/src/other.ts', { statements: [['1:0-1:9', 0]] }),
  );
  const patch = coverPatch([change('src/a.ts', [1, 2, 3, 4, 5])], readSources(map, pathOf), inSource);
  expect(patch).toEqual({
    files: [{ path: 'src/a.ts', lines: { covered: 1, total: 3 }, uncovered: [{ start: 4, end: 5 }], absent: false }],
    total: { covered: 1, total: 3 },
    nothingExecutable: false,
  });
  expect(reaches(patch.total, 33.33)).toBe(true);
  expect(formatShare(patch.total)).toBe('33.33 %');
});

test('a line on which one of two statements ran, ran: as Istanbul counts lines', () => {
  const map = mapOf(
    fileMap('/w/src/a.ts', {
      statements: [
        ['1:0-1:9', 0],
        ['1:10-1:20', 3],
      ],
    }),
  );
  expect(coverPatch([change('src/a.ts', [1])], readSources(map, pathOf), inSource).total).toEqual({
    covered: 1,
    total: 1,
  });
});

test('a renamed file is found under its new name', () => {
  const map = mapOf(
    fileMap('/w/src/new.ts', {
      statements: [
        ['1:0-1:9', 1],
        ['2:0-2:9', 0],
      ],
    }),
  );
  const renamed = change('src/new.ts', [2], { status: 'renamed', previousPath: 'src/old.ts' });
  expect(coverPatch([renamed], readSources(map, pathOf), inSource).total).toEqual({ covered: 0, total: 1 });
});

test('a file that the coverage should know and does not is wholly uncovered, and named', () => {
  const changes = [
    change('src/z.ts', [1, 2, 5]),
    change('docs/x.md', [1]),
    change('src/gone.ts', [1], { status: 'deleted' }),
    change('src/icon.ts', [1], { kind: 'binary' }),
    change('src/shorter.ts', []),
  ];
  expect(coverPatch(changes, [], inSource)).toEqual({
    files: [
      {
        path: 'src/z.ts',
        lines: { covered: 0, total: 3 },
        uncovered: [
          { start: 1, end: 2 },
          { start: 5, end: 5 },
        ],
        absent: true,
      },
    ],
    total: { covered: 0, total: 3 },
    nothingExecutable: false,
  });
});

test('of code that git is told to take for binary every executable line counts', () => {
  const map = mapOf(
    fileMap('/w/src/a.ts', {
      statements: [
        ['1:0-1:9', 1],
        ['4:0-4:9', 0],
      ],
    }),
  );
  const patch = coverPatch([change('src/a.ts', [], { kind: 'binary' })], readSources(map, pathOf), inSource);
  expect(patch.total).toEqual({ covered: 1, total: 2 });
});

test('where no executable line changed there is nothing to judge', () => {
  const map = mapOf(fileMap('/w/src/a.ts', { statements: [['9:0-9:9', 0]] }));
  const patch = coverPatch([change('src/a.ts', [1, 2]), change('README.md', [1])], readSources(map, pathOf), inSource);
  expect(patch).toEqual({ files: [], total: { covered: 0, total: 0 }, nothingExecutable: true });
});

describe('a line on which no statement begins', () => {
  const executable = (shape: Parameters<typeof fileMap>[1], last: number): Record<number, boolean> => {
    const sources = readSources(mapOf(fileMap('/w/src/a.ts', shape)), pathOf);
    return Object.fromEntries(
      upTo(last).flatMap((line) => {
        const { total } = coverPatch([change('src/a.ts', [line])], sources, inSource);
        return total.total === 0 ? [] : [[line, total.covered === 1]];
      }),
    );
  };
  const covered: readonly (readonly [Place, number])[] = [['1:0-5:2', 1]];
  test.each([0, 1])('belongs to the statement around it, which ran %d times', (hits) => {
    const ran = hits === 1;
    expect(executable({ statements: [['2:0-4:2', hits]] }, 6)).toEqual({ 2: ran, 3: ran, 4: ran });
  });
  test('belongs to the innermost statement', () => {
    // 1 run(   2 a,   3 b.map((x) =>   4 x   5 .y()),   6 )
    const shape = {
      statements: [
        ['1:0-6:1', 1],
        ['4:4-5:8', 0],
      ],
      functions: [['4:4-5:8', 0]],
    } as const;
    expect(executable(shape, 6)).toEqual({ 1: true, 2: true, 3: true, 4: false, 5: false, 6: true });
  });
  test('is nothing inside of a function that lies within the statement', () => {
    // 1 const f = () => {   2 // comment   3 return 1;   4   5 };
    const shape = {
      statements: [
        ['1:10-5:1', 1],
        ['3:2-3:11', 0],
      ],
      functions: [['1:16-5:1', 0]],
    } as const;
    expect(executable(shape, 5)).toEqual({ 1: true, 3: false, 5: true });
  });
  test('is nothing in a block, except an operand of the condition', () => {
    // 1 if (   2 a &&   3 b   4 ) {   5 // comment   6 c();   7 }
    const shape = {
      statements: [
        ['1:0-7:1', 1],
        ['6:2-6:6', 0],
      ],
      branches: [
        { type: 'if', arms: [['1:0-7:1', 0]] },
        {
          type: 'binary-expr',
          arms: [
            ['2:2-2:3', 1],
            ['3:2-3:3', 0],
          ],
        },
      ],
    } as const;
    expect(executable(shape, 7)).toEqual({ 1: true, 2: true, 3: true, 6: false });
  });
  test('belongs to the innermost one also where Vitest writes the end of a line as null', () => {
    const map = mapOf(
      fileMap('/w/src/a.ts', {
        statements: [
          ['1:0-3:77', 1],
          ['2:2-3:9', 0],
        ],
      }),
    );
    const written = JSON.parse(JSON.stringify(map).replace('"column":77', '"column":null')) as typeof map;
    expect(readSources(written, pathOf)[0]?.hitsInside?.(3)).toBe(0);
  });
  test('is none of the statement when it lies outside', () => {
    expect(executable({ statements: covered }, 7)).toEqual({ 1: true, 2: true, 3: true, 4: true, 5: true });
  });
});

test('property: with every line changed, the counts are those of the file, and uncovered ranges name what did not run', () => {
  const oneLiners = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 2 })), {
    selector: ([line]) => line,
  });
  fc.assert(
    fc.property(oneLiners, (lines) => {
      const statements = lines.map(([line, hits]) => [`${line}:0-${line}:9` as Place, hits] as const);
      const sources = readSources(mapOf(fileMap('/w/src/a.ts', { statements })), pathOf);
      const patch = coverPatch([change('src/a.ts', upTo(30))], sources, inSource);
      const [file] = countSources(sources).files;
      expect(patch.total).toEqual(file?.counts.lines);
      const uncovered = patch.files.flatMap((one) =>
        one.uncovered.flatMap(({ start, end }) => upTo(end).slice(start - 1)),
      );
      expect(uncovered).toEqual(file?.uncoveredLines);
    }),
  );
});
