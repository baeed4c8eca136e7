import { appendLine } from './line-ranges.ts';
import type { LineRange } from './line-ranges.ts';

export interface ChangedFile {
  /** Relative to the repository, with `/`. Of a deleted file: where it was. */
  readonly path: string;
  /** Where a renamed or copied file comes from. */
  readonly previousPath?: string;
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied';
  /** Only a text has lines: a link holds a path, a submodule a commit. */
  readonly kind: 'text' | 'binary' | 'link' | 'submodule';
  /** Added and changed lines in the new file, ascending, neighbours joined. Deleted lines are none of the new file. */
  readonly added: readonly LineRange[];
}

/**
 * What `git diff` has to be asked, whatever the user's configuration says (diff.noprefix, diff.mnemonicPrefix,
 * diff.external, diff.submodule, color.ui ... all change what it prints). Source: git-diff(1), git-config(1).
 */
export const diffFlags: readonly string[] = [
  '--unified=0',
  '--find-renames',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--submodule=short',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

export interface DiffPrefixes {
  readonly source: string;
  readonly target: string;
}

/**
 * Reads what `git diff` prints in its patch format, with any number of lines of context.
 * @throws SyntaxError with the number of the line when it is anything else or was cut off. A diff that is cut between two
 *   hunks cannot be told from a whole one: the caller looks at git's exit code. Combined diffs of a merge are refused, since
 *   their lines belong to several parents.
 */
export function parseDiff(
  text: string,
  prefixes: DiffPrefixes = { source: 'a/', target: 'b/' },
): readonly ChangedFile[] {
  if (text === '') return [];
  const cursor = createCursor(text);
  const files: ChangedFile[] = [];
  while (cursor.peek() !== undefined) files.push(readFile(cursor, prefixes));
  return files;
}

interface LineCursor {
  peek(): string | undefined;
  /** The next line, if it begins so: what follows the beginning. */
  take(beginning: string): string | undefined;
  /** Throws, naming the next line or one that was taken already. */
  refuse(reason: string, linesAgo?: number): never;
}

/** The lines of a text, one after the other; only a line feed ends one, since a carriage return is content. */
function createCursor(text: string): LineCursor {
  const lines = text.split('\n');
  let next = 0;
  const cursor: LineCursor = {
    peek: () => lines[next],
    take(beginning) {
      const line = lines[next];
      if (line?.startsWith(beginning) !== true) return undefined;
      next += 1;
      return line.slice(beginning.length);
    },
    refuse(reason, linesAgo = 0) {
      throw new SyntaxError(`line ${next + 1 - linesAgo}: ${reason}`);
    },
  };
  // git ends every line; so what stands behind the last line feed is the beginning of one that was cut off.
  if (lines.pop() !== '') {
    next = lines.length;
    cursor.refuse('the diff is cut off');
  }
  return cursor;
}

/** What the lines between "diff --git" and the content say. */
interface Header {
  readonly modes: readonly string[];
  readonly added: boolean;
  readonly deleted: boolean;
  readonly moved?: { readonly from: string; readonly to: string; readonly status: 'renamed' | 'copied' };
  /** Names of the two contents, abbreviated. */
  readonly blobs?: readonly [string, string];
}

function readFile(cursor: LineCursor, prefixes: DiffPrefixes): ChangedFile {
  if (/^diff --(cc|combined) /.test(cursor.peek() ?? ''))
    cursor.refuse('it is the combined diff of a merge; compare with one parent');
  const names = cursor.take('diff --git ') ?? cursor.refuse('"diff --git" is expected');
  const header = readHeader(cursor);
  const path =
    header.moved?.to ??
    readEqualNames(names, prefixes) ??
    cursor.refuse('no path fits the header of the file and the prefixes');
  const previousPath = header.moved?.from;
  const source = header.added ? '/dev/null' : prefixes.source + (previousPath ?? path);
  const target = header.deleted ? '/dev/null' : prefixes.target + path;
  const content = readContent(cursor, header, source, target);
  const kind = kindOf(header.modes) ?? content.kind;
  return {
    path,
    ...(previousPath === undefined ? {} : { previousPath }),
    status: header.added ? 'added' : header.deleted ? 'deleted' : (header.moved?.status ?? 'modified'),
    kind,
    added: kind === 'text' ? content.added : [],
  };
}

function readHeader(cursor: LineCursor): Header {
  const modes: string[] = [];
  const keepMode = (mode: string | undefined): boolean => {
    if (mode !== undefined) modes.push(mode);
    return mode !== undefined;
  };
  if (keepMode(cursor.take('old mode ')) && !keepMode(cursor.take('new mode ')))
    cursor.refuse('"new mode" is expected');
  const added = keepMode(cursor.take('new file mode '));
  const deleted = keepMode(cursor.take('deleted file mode '));
  const alike = cursor.take('similarity index ');
  cursor.take('dissimilarity index ');
  const moved = readMove(cursor);
  if (alike !== undefined && moved === undefined) cursor.refuse('"rename from" or "copy from" is expected');
  const index = cursor.take('index ');
  const match = /^([0-9a-f]+)\.\.([0-9a-f]+)(?: (\d+))?$/.exec(index ?? '');
  if (index !== undefined && match === null) cursor.refuse('it is no index of two contents', 1);
  if (alike !== undefined && alike !== '100%' && index === undefined)
    cursor.refuse('the change of the moved file is missing');
  keepMode(match?.[3]);
  if (modes.length === 0 && moved === undefined && match === null)
    cursor.refuse('it is not said what changed in the file');
  return {
    modes,
    added,
    deleted,
    ...(moved === undefined ? {} : { moved }),
    ...(match === null ? {} : { blobs: [match[1] ?? '', match[2] ?? ''] }),
  };
}

function readMove(cursor: LineCursor): Header['moved'] {
  for (const [word, status] of [
    ['rename', 'renamed'],
    ['copy', 'copied'],
  ] as const) {
    const from = cursor.take(`${word} from `);
    if (from === undefined) continue;
    const to = cursor.take(`${word} to `) ?? cursor.refuse(`"${word} to" is expected`);
    return { from: readName(cursor, from), to: readName(cursor, to), status };
  }
  return undefined;
}

function kindOf(modes: readonly string[]): ChangedFile['kind'] | undefined {
  if (modes.includes('160000')) return 'submodule';
  return modes.includes('120000') ? 'link' : undefined;
}

interface Content {
  readonly kind: 'text' | 'binary';
  readonly added: readonly LineRange[];
}

/** Nothing, or one of git's two ways to write a binary, or hunks. */
function readContent(cursor: LineCursor, header: Header, source: string, target: string): Content {
  if (cursor.take('Binary files ') !== undefined) return { kind: 'binary', added: [] };
  if (cursor.take('GIT binary patch') !== undefined) {
    // Base 85 has no spaces.
    while (cursor.peek() !== undefined && !cursor.peek()?.startsWith('diff --')) cursor.take('');
    return { kind: 'binary', added: [] };
  }
  const before = cursor.take('--- ');
  if (before === undefined) {
    if (header.blobs !== undefined && !header.blobs.every(isEmptyBlob))
      cursor.refuse('the content of the file is missing');
    return { kind: 'text', added: [] };
  }
  const after = cursor.take('+++ ') ?? cursor.refuse('"+++" is expected');
  if (readSide(cursor, before) !== source || readSide(cursor, after) !== target)
    cursor.refuse('the names do not fit the header of the file', 1);
  return { kind: 'text', added: readHunks(cursor) };
}

/** No content on that side (zeros), or the empty one of SHA-1 or SHA-256 repositories. */
function isEmptyBlob(name: string): boolean {
  const empty = [
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
    '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
  ];
  return /^0+$/.test(name) || empty.some((one) => one.startsWith(name));
}

/** A name behind "---" or "+++": git puts a tab behind names with a space, for the sake of `patch`. */
function readSide(cursor: LineCursor, text: string): string {
  return readName(cursor, text.replace(/\t$/, ''));
}

const hunkLine = /^@@ -\d+(?:,(?<removed>\d+))? \+(?<start>\d+)(?:,(?<kept>\d+))? @@/;

function readHunks(cursor: LineCursor): readonly LineRange[] {
  const added: LineRange[] = [];
  let last = 0;
  let hunks = 0;
  for (; cursor.peek()?.startsWith('@@ ') === true; hunks += 1) {
    const groups = hunkLine.exec(cursor.peek() ?? '')?.groups ?? cursor.refuse('the hunk does not say its lines');
    const kept = Number(groups['kept'] ?? 1);
    // A hunk that keeps nothing names the line before it.
    const start = Number(groups['start']) + (kept === 0 ? 1 : 0);
    if (start < last) cursor.refuse('the hunks are not in order');
    cursor.take('');
    last = readHunk(cursor, start, kept, Number(groups['removed'] ?? 1), added);
  }
  if (hunks === 0) cursor.refuse('a hunk is expected');
  return added;
}

/**
 * Reads exactly the lines that the hunk's head counts, so that no content can be taken for a header.
 * @returns the number of the line behind the hunk in the new file
 */
function readHunk(cursor: LineCursor, start: number, kept: number, removed: number, added: LineRange[]): number {
  let line = start;
  const end = start + kept;
  let left = removed;
  while (line < end || left > 0) {
    if (line < end && cursor.take('+') !== undefined) {
      appendLine(added, line);
      line += 1;
    } else if (left > 0 && cursor.take('-') !== undefined) {
      left -= 1;
    } else if (
      line < end &&
      left > 0 &&
      (cursor.take(' ') ?? (cursor.peek() === '' ? cursor.take('') : undefined)) !== undefined
    ) {
      // Context, written as nothing at all where it is empty and diff.suppressBlankEmpty is set.
      line += 1;
      left -= 1;
    } else if (cursor.take('\\') === undefined) {
      cursor.refuse('the hunk has fewer lines than its head says');
    }
  }
  // "\ No newline at end of file", in the user's language.
  cursor.take('\\');
  return line;
}

/** The name in "a/NAME b/NAME", where a space may stand in the name too: both are the same, so their length says where. */
function readEqualNames(text: string, { source, target }: DiffPrefixes): string | undefined {
  const quoted = /^("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")$/.exec(text);
  const [first, second] =
    quoted === null ? halve(text, source.length - target.length) : [unquote(quoted[1] ?? ''), unquote(quoted[2] ?? '')];
  if (first?.startsWith(source) !== true || second?.startsWith(target) !== true) return undefined;
  const name = first.slice(source.length);
  return name !== '' && name === second.slice(target.length) ? name : undefined;
}

function halve(text: string, difference: number): readonly string[] {
  const middle = (text.length - 1 + difference) / 2;
  return text[middle] === ' ' ? [text.slice(0, middle), text.slice(middle + 1)] : [];
}

function readName(cursor: LineCursor, text: string): string {
  const name = text.startsWith('"') ? unquote(text) : text;
  return name === undefined || name === '' ? cursor.refuse('it has no readable name', 1) : name;
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A name as git quotes it: like a string of C, with the bytes of its UTF-8 in octal. Source: core.quotePath in git-config(1). */
function unquote(text: string): string | undefined {
  const inner = /^"((?:[^"\\]|\\[abtnvfr"\\]|\\[0-3][0-7]{2})*)"$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const parts = inner.match(/\\[0-7]{3}|\\.|[^\\]+/g) ?? [];
  const bytes = parts.map((part) => {
    if (!part.startsWith('\\')) return Buffer.from(part, 'utf8');
    return Buffer.from([part.length === 4 ? Number.parseInt(part.slice(1), 8) : (escapes[part.slice(1)] ?? 0)]);
  });
  return Buffer.concat(bytes).toString('utf8');
}
