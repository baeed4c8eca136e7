import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diffFlags, parseDiff } from '#reports/diff';
import type { ChangedFile } from '#reports/diff';
import { linesIn } from '#reports/line-ranges';

// The parser against git itself: random trees are changed at random, and what it reads is compared with the files.

/** Content by path. Lines carry a number that no other line has, so that there is one way only to see what is new. */
type Tree = ReadonlyMap<string, File>;

interface File {
  /** Each with its own end. */
  readonly lines: readonly string[];
  readonly executable: boolean;
}

type Edit =
  | { readonly kind: 'delete'; readonly pick: number }
  | { readonly kind: 'mode'; readonly pick: number }
  | { readonly kind: 'rename'; readonly pick: number; readonly name: string }
  | { readonly kind: 'add'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'insert'; readonly pick: number; readonly at: number; readonly lines: readonly string[] }
  | { readonly kind: 'remove'; readonly pick: number; readonly at: number; readonly count: number };

const names = fc
  .tuple(
    fc.constantFrom('', 'src/', 'a b/', 'ünï/'),
    fc.constantFrom(
      'x',
      'a b',
      'x b/x',
      'ä',
      '日本',
      'q"q',
      'back\\slash',
      'tab\tname',
      'two\nlines',
      '-dash',
      'emoji 🚀',
      'end ',
    ),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([folder, name, number]) => `${folder}${number}${name}`);

// Each a beginning that a careless parser would take for something else.
const beginnings = fc.constantFrom(
  '',
  '+',
  '-',
  '++ b/',
  '-- a/',
  '@@ -1 +1 @@ ',
  'diff --git a/x b/x ',
  '\\ No newline ',
  ' ',
  '\t',
);
const ends = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\r\n');
const someLines = fc.array(
  fc.tuple(beginnings, ends).map(([beginning, end]) => `${beginning}§${end}`),
  { minLength: 1, maxLength: 6 },
);
const number = fc.nat({ max: 40 });

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), pick: number }),
  fc.record({ kind: fc.constant('mode' as const), pick: number }),
  fc.record({ kind: fc.constant('rename' as const), pick: number, name: names }),
  fc.record({ kind: fc.constant('add' as const), name: names, lines: someLines }),
  fc.record({ kind: fc.constant('insert' as const), pick: number, at: number, lines: someLines }),
  fc.record({ kind: fc.constant('remove' as const), pick: number, at: number, count: fc.integer({ min: 1, max: 4 }) }),
);

const settings = fc.subarray([
  'diff.noprefix=true',
  'diff.mnemonicPrefix=true',
  'diff.suppressBlankEmpty=true',
  'diff.interHunkContext=4',
  'core.quotePath=false',
  'color.ui=always',
]);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
  git('init', '--quiet');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function git(...args: string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['-c', 'core.autocrlf=false', ...args], { cwd: folder, encoding: 'utf8', env });
}

let unique = 0;
function numbered(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace('§', `line ${(unique += 1)}`));
}

function apply(tree: Tree, edit: Edit): Tree {
  const next = new Map(tree);
  if (edit.kind === 'add') {
    // A file and a folder cannot have one name.
    if (![...next.keys()].some((path) => path.startsWith(`${edit.name}/`) || edit.name.startsWith(`${path}/`)))
      next.set(edit.name, { lines: numbered(edit.lines), executable: false });
    return next;
  }
  const paths = [...next.keys()];
  const path = paths[edit.pick % Math.max(1, paths.length)];
  const file = path === undefined ? undefined : next.get(path);
  if (path === undefined || file === undefined) return next;
  const { lines } = file;
  if (edit.kind === 'delete') next.delete(path);
  else if (edit.kind === 'mode') next.set(path, { ...file, executable: !file.executable });
  else if (edit.kind === 'rename') {
    next.delete(path);
    next.set(edit.name, file);
    if ([...next.keys()].some((one) => one.startsWith(`${edit.name}/`) || edit.name.startsWith(`${one}/`))) return tree;
  } else if (edit.kind === 'insert') {
    const at = edit.at % (lines.length + 1);
    next.set(path, { ...file, lines: [...lines.slice(0, at), ...numbered(edit.lines), ...lines.slice(at)] });
  } else {
    const at = edit.at % Math.max(1, lines.length);
    next.set(path, { ...file, lines: lines.filter((_, index) => index < at || index >= at + edit.count) });
  }
  return next;
}

/** The lines of a file as git keeps them: the last one may lack its end. */
function contentOf({ lines }: File, cut: boolean): string[] {
  return cut
    ? lines.map((line, index) => (index === lines.length - 1 ? line.replace(/\r*\n$/, '') : line))
    : [...lines];
}

/** Makes it what is in the index. */
function store(tree: Tree, cut: boolean): void {
  for (const entry of readdirSync(folder)) if (entry !== '.git') rmSync(join(folder, entry), { recursive: true });
  for (const [path, file] of tree) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contentOf(file, cut).join(''));
    chmodSync(target, file.executable ? 0o755 : 0o644);
  }
  git('add', '--all');
}

test('property: what git diff says is added is what a comparison of the files says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(names, someLines), { maxLength: 8 }),
      fc.array(edits, { minLength: 1, maxLength: 10 }),
      fc.boolean(),
      fc.boolean(),
      settings,
      (files, changes, cutBefore, cutAfter, config) => {
        const before = files.reduce<Tree>(
          (tree, [name, lines]) => apply(tree, { kind: 'add', name, lines }),
          new Map(),
        );
        const after = changes.reduce(apply, before);
        store(before, cutBefore);
        const tree = git('write-tree').trim();
        store(after, cutAfter);
        const text = git(...config.flatMap((one) => ['-c', one]), 'diff', ...diffFlags, '--cached', tree);
        const parsed = parseDiff(text);
        for (const file of parsed) {
          expect(linesIn(file.added)).toEqual(newLines(file, before, after, cutBefore, cutAfter));
          expect(after.has(file.path)).toBe(file.status !== 'deleted');
          expect(before.has(file.previousPath ?? file.path)).toBe(file.status !== 'added');
        }
        expect(new Set(touched(parsed))).toEqual(new Set(differing(before, after, cutBefore, cutAfter)));
      },
    ),
    { numRuns: 25 },
  );
});

test('links, submodules, binaries, copies, changed kinds of files, and code that is marked as binary', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
  const write = (path: string, content: string): void => writeFileSync(join(folder, path), content);
  store(new Map(), false);
  for (const path of ['copied', 'marked.ts']) write(path, `${path}\n${lines}`);
  write('becomes-link', 'text\n');
  write('data', '\0\u0001');
  symlinkSync('data', join(folder, 'link'));
  git('add', '--all');
  git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
  const tree = git('write-tree').trim();
  write('copy', `copied\n${lines}more\n`);
  write('copied', `first\ncopied\n${lines}`);
  rmSync(join(folder, 'becomes-link'));
  symlinkSync('data', join(folder, 'becomes-link'));
  rmSync(join(folder, 'link'));
  symlinkSync('copy', join(folder, 'link'));
  write('data', '\0\u0002');
  write('empty', '');
  write('marked.ts', `${lines}less\n`);
  write('.gitattributes', 'marked.ts -diff\n');
  git('add', '--all');
  git('update-index', '--add', '--cacheinfo', `160000,${'2'.repeat(40)},module`);
  const line = (number: number): object => ({ added: [{ start: number, end: number }] });
  const none = { added: [] };
  const expected = [
    { path: '.gitattributes', status: 'added', kind: 'text', ...line(1) },
    { path: 'becomes-link', status: 'deleted', kind: 'text', ...none },
    { path: 'becomes-link', status: 'added', kind: 'link', ...none },
    { path: 'copied', status: 'modified', kind: 'text', ...line(1) },
    { path: 'copy', previousPath: 'copied', status: 'copied', kind: 'text', ...line(22) },
    { path: 'data', status: 'modified', kind: 'binary', ...none },
    { path: 'empty', status: 'added', kind: 'text', ...none },
    { path: 'link', status: 'modified', kind: 'link', ...none },
    { path: 'marked.ts', status: 'modified', kind: 'binary', ...none },
    { path: 'module', status: 'modified', kind: 'submodule', ...none },
  ];
  for (const more of [[], ['--binary'], ['--full-index']])
    expect(parseDiff(git('diff', ...diffFlags, '--find-copies', ...more, '--cached', tree))).toEqual(expected);
});

function newLines(file: ChangedFile, before: Tree, after: Tree, cutBefore: boolean, cutAfter: boolean): number[] {
  const now = after.get(file.path);
  if (now === undefined) return [];
  const then = file.status === 'added' ? undefined : before.get(file.previousPath ?? file.path);
  const old = new Set(then === undefined ? [] : contentOf(then, cutBefore));
  return contentOf(now, cutAfter).flatMap((line, index) => (old.has(line) ? [] : [index + 1]));
}

function touched(files: readonly ChangedFile[]): string[] {
  return files.flatMap(({ path, previousPath }) => [path, ...(previousPath === undefined ? [] : [previousPath])]);
}

function differing(before: Tree, after: Tree, cutBefore: boolean, cutAfter: boolean): string[] {
  const state = (file: File | undefined, cut: boolean): string =>
    file === undefined ? 'none' : `${String(file.executable)} ${contentOf(file, cut).join('')}`;
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => state(before.get(path), cutBefore) !== state(after.get(path), cutAfter),
  );
}
