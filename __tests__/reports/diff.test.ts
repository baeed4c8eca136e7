import { describe, expect, test } from '@jest/globals';
import { diffFlags, parseDiff } from '#reports/diff';
import { linesIn, toRanges } from '#reports/line-ranges';

const diff = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');
const modified = ['diff --git a/f b/f', 'index 1111111..2222222 100644', '--- a/f', '+++ b/f'];

test('an empty diff changes nothing', () => {
  expect(parseDiff('')).toEqual([]);
});

test('ranges join neighbours and name every line', () => {
  expect(toRanges([1, 2, 4, 7, 8, 9])).toEqual([
    { start: 1, end: 2 },
    { start: 4, end: 4 },
    { start: 7, end: 9 },
  ]);
  expect(linesIn(toRanges([1, 2, 4]))).toEqual([1, 2, 4]);
});

describe('what a change adds', () => {
  test('lines that look like headers are content, as often as the hunk says', () => {
    const text = diff(
      ...modified,
      '@@ -1,2 +1,3 @@ f',
      '--- a/f',
      '-@@ -1 +1 @@',
      '+++ b/f',
      '+diff --git a/x b/x',
      '+',
    );
    expect(parseDiff(text)).toEqual([{ path: 'f', status: 'modified', kind: 'text', added: [{ start: 1, end: 3 }] }]);
  });
  test('deleted lines are no lines of the new file, and the next hunk stays in its place', () => {
    const text = diff(...modified, '@@ -2,2 +1,0 @@', '-a', '-b', '@@ -9 +6,0 @@', '-c', '@@ -11 +8 @@', '-d', '+e');
    expect(parseDiff(text)[0]?.added).toEqual([{ start: 8, end: 8 }]);
  });
  test('a hunk that only deletes may stand right behind one that adds', () => {
    const text = diff(...modified, '@@ -1 +1,2 @@', '-a', '+b', '+c', '@@ -3 +2,0 @@', '-d');
    expect(parseDiff(text)[0]?.added).toEqual([{ start: 1, end: 2 }]);
  });
  test('context counts on, also where git leaves out the space of an empty line', () => {
    const text = diff(...modified, '@@ -1,4 +1,5 @@', ' a', '', '+b', ' c', '-d', '+e');
    expect(parseDiff(text)[0]?.added).toEqual([
      { start: 3, end: 3 },
      { start: 5, end: 5 },
    ]);
  });
  test('the note on a missing line feed is no line, in any language; a carriage return is content', () => {
    const text = diff(
      ...modified,
      '@@ -1 +1,2 @@',
      '-a',
      '\\ No newline at end of file',
      '+a\r',
      '+b',
      '\\ Kein Zeilenumbruch',
    );
    expect(parseDiff(text)[0]?.added).toEqual([{ start: 1, end: 2 }]);
  });
});

describe('what a change is', () => {
  const index = 'index 1111111..2222222';
  const hunk = ['@@ -0,0 +1 @@', '+x'];
  test.each<[string, string[], object]>([
    [
      'a new file',
      ['diff --git a/f b/f', 'new file mode 100644', 'index 0000000..2222222', '--- /dev/null', '+++ b/f', ...hunk],
      { path: 'f', status: 'added', added: [{ start: 1, end: 1 }] },
    ],
    [
      'a new empty file',
      ['diff --git a/f b/f', 'new file mode 100644', 'index 0000000..e69de29'],
      { path: 'f', status: 'added', added: [] },
    ],
    [
      'a deleted file',
      [
        'diff --git a/f b/f',
        'deleted file mode 100644',
        'index 1111111..0000000',
        '--- a/f',
        '+++ /dev/null',
        '@@ -1 +0,0 @@',
        '-x',
      ],
      { path: 'f', status: 'deleted', added: [] },
    ],
    [
      'a mode',
      ['diff --git a/f b/f', 'old mode 100644', 'new mode 100755'],
      { path: 'f', status: 'modified', added: [] },
    ],
    [
      'a mode and lines',
      [
        'diff --git a/f b/f',
        'old mode 100644',
        'new mode 100755',
        index,
        '--- a/f',
        '+++ b/f',
        '@@ -1 +1 @@',
        '-x',
        '+y',
      ],
      { path: 'f', status: 'modified', added: [{ start: 1, end: 1 }] },
    ],
    [
      'a rename',
      ['diff --git a/f b/g', 'similarity index 100%', 'rename from f', 'rename to g'],
      { path: 'g', previousPath: 'f', status: 'renamed', added: [] },
    ],
    [
      'a rename with change',
      [
        'diff --git a/f b/g h',
        'similarity index 90%',
        'rename from f',
        'rename to g h',
        index + ' 100644',
        '--- a/f',
        '+++ b/g h\t',
        '@@ -1 +1 @@',
        '-x',
        '+y',
      ],
      { path: 'g h', previousPath: 'f', status: 'renamed', added: [{ start: 1, end: 1 }] },
    ],
    [
      'a copy',
      ['diff --git a/f b/g', 'similarity index 100%', 'copy from f', 'copy to g'],
      { path: 'g', previousPath: 'f', status: 'copied', added: [] },
    ],
    [
      'a binary file',
      ['diff --git a/f b/f', index + ' 100644', 'Binary files a/f and b/f differ'],
      { path: 'f', status: 'modified', kind: 'binary', added: [] },
    ],
    [
      'a binary patch',
      [
        'diff --git a/f b/f',
        index + ' 100644',
        'GIT binary patch',
        'literal 3',
        'KcmZQzWMT#Y01f~L',
        '',
        'literal 0',
        'HcmV?d00001',
        '',
      ],
      { path: 'f', status: 'modified', kind: 'binary', added: [] },
    ],
    [
      'a submodule',
      [
        'diff --git a/f b/f',
        index + ' 160000',
        '--- a/f',
        '+++ b/f',
        '@@ -1 +1 @@',
        '-Subproject commit 1',
        '+Subproject commit 2',
      ],
      { path: 'f', status: 'modified', kind: 'submodule', added: [] },
    ],
    [
      'a link',
      [
        'diff --git a/f b/f',
        'new file mode 120000',
        'index 0000000..2222222',
        '--- /dev/null',
        '+++ b/f',
        '@@ -0,0 +1 @@',
        '+target',
        '\\ No newline at end of file',
      ],
      { path: 'f', status: 'added', kind: 'link', added: [] },
    ],
    [
      'a name like two',
      ['diff --git a/x b/x b/x b/x', 'old mode 100644', 'new mode 100755'],
      { path: 'x b/x', status: 'modified', added: [] },
    ],
    [
      'a quoted name',
      [
        String.raw`diff --git "a/\303\244 \"\t\\\001.ts" "b/\303\244 \"\t\\\001.ts"`,
        'old mode 100644',
        'new mode 100755',
      ],
      { path: 'ä "\t\\\u0001.ts', status: 'modified', added: [] },
    ],
  ])('%s', (_, lines, expected) => {
    const [file, ...others] = parseDiff(diff(...lines, ...modified, '@@ -1 +1 @@', '-x', '+y'));
    expect(file).toEqual({ kind: 'text', ...expected });
    expect(others).toEqual([{ path: 'f', status: 'modified', kind: 'text', added: [{ start: 1, end: 1 }] }]);
  });
  test('other prefixes, also none', () => {
    const text = diff('diff --git f f', 'old mode 100644', 'new mode 100755');
    expect(parseDiff(text, { source: '', target: '' })[0]?.path).toBe('f');
    const other = diff('diff --git old/f w/f', 'old mode 100644', 'new mode 100755');
    expect(parseDiff(other, { source: 'old/', target: 'w/' })[0]?.path).toBe('f');
    expect(diffFlags).toContain('--src-prefix=a/');
  });
});

test.each<[string, string]>([
  ['diff --git a/f b/f', 'line 1: the diff is cut off'],
  [diff('diff --git a/f b/f'), 'line 2: it is not said what changed'],
  [diff('hello'), 'line 1: "diff --git" is expected'],
  [diff('\u001B[1mdiff --git a/f b/f'), 'line 1: "diff --git" is expected'],
  [diff('* Unmerged path f'), 'line 1: "diff --git" is expected'],
  [diff('diff --cc f', 'index 1,2..3'), 'line 1: it is the combined diff of a merge'],
  [diff('diff --git a/f b/g', 'old mode 100644', 'new mode 100755'), 'no path fits'],
  [diff('diff --git f f', 'old mode 100644', 'new mode 100755'), 'no path fits'],
  [diff('diff --git a/f b/f', 'old mode 100644'), 'line 3: "new mode" is expected'],
  [diff('diff --git a/f b/g', 'similarity index 100%'), 'line 3: "rename from" or "copy from" is expected'],
  [diff('diff --git a/f b/g', 'similarity index 100%', 'rename from f'), 'line 4: "rename to" is expected'],
  [
    diff('diff --git a/f b/g', 'similarity index 100%', 'rename from "f', 'rename to g'),
    'line 4: it has no readable name',
  ],
  [
    diff('diff --git a/f b/g', 'similarity index 90%', 'rename from f', 'rename to g'),
    'line 5: the change of the moved file',
  ],
  [diff('diff --git a/f b/f', 'index 1,2..3'), 'line 2: it is no index of two contents'],
  [diff(...modified.slice(0, 2)), 'line 3: the content of the file is missing'],
  [diff(...modified.slice(0, 3)), 'line 4: "+++" is expected'],
  [diff(...modified), 'line 5: a hunk is expected'],
  [diff(...modified.slice(0, 3), '+++ b/g', '@@ -1 +1 @@', '-x', '+y'), 'line 4: the names do not fit'],
  [diff(...modified, '@@ -1 @@', '-x'), 'line 5: the hunk does not say its lines'],
  [diff(...modified, '@@ -1 +1,2 @@', '-x', '+y'), 'line 8: the hunk has fewer lines'],
  [diff(...modified, '@@ -1 +1 @@', '-x', '+y', '+z'), 'line 8: "diff --git" is expected'],
  [diff(...modified, '@@ -5 +5 @@', '-x', '+y', '@@ -1 +1 @@', '-x', '+y'), 'line 8: the hunks are not in order'],
])('%j is refused: %s', (text, reason) => {
  expect(() => parseDiff(text)).toThrow(SyntaxError);
  expect(() => parseDiff(text)).toThrow(reason);
});
