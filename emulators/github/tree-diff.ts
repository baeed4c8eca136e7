import { blobBytes, type ObjectStore } from './git-objects.ts';
import { listFiles, type FileEntry } from './git-trees.ts';
import { diffLines, measureSimilarity } from './line-diff.ts';

export interface FileChange {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Where a renamed file was before. */
  readonly previousPath?: string;
  /** Blob id: of the new content, of the old one for removed files. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Absent for binary content and for renames without a change. */
  readonly patch?: string;
}

interface Pair {
  readonly path: string;
  readonly previousPath?: string;
  readonly before?: FileEntry;
  readonly after?: FileEntry;
}

/** git's default for `--find-renames`; measured by lines here and by bytes there. */
const RENAME_SIMILARITY = 0.5;

/** Changes from one tree to another, by path. */
export function diffTrees(objects: ObjectStore, before: string, after: string): FileChange[] {
  const old = listFiles(objects, before);
  const now = listFiles(objects, after);
  const removed = [...old].filter(([path]) => !now.has(path));
  const added = [...now].filter(([path]) => !old.has(path));
  const renames = findRenames(objects, removed, added);
  const renamedFrom = new Set([...renames.values()].map(([path]) => path));
  const pairs: Pair[] = [
    ...[...now].flatMap(([path, after]): Pair[] => {
      const before = old.get(path);
      return before === undefined || (before.sha === after.sha && before.mode === after.mode)
        ? []
        : [{ path, before, after }];
    }),
    ...removed.filter(([path]) => !renamedFrom.has(path)).map(([path, before]): Pair => ({ path, before })),
    ...added.map(([path, after]): Pair => {
      const from = renames.get(path);
      return from === undefined ? { path, after } : { path, after, previousPath: from[0], before: from[1] };
    }),
  ];
  return pairs.map((pair) => toChange(objects, pair)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function findRenames(
  objects: ObjectStore,
  removed: readonly [string, FileEntry][],
  added: readonly [string, FileEntry][],
): Map<string, [string, FileEntry]> {
  const candidates = added
    .flatMap(([path, after]) =>
      removed.map(([from, before]) => ({ path, from, before, similarity: compare(objects, before, after) })),
    )
    .filter(({ similarity }) => similarity >= RENAME_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity);
  const renames = new Map<string, [string, FileEntry]>();
  const used = new Set<string>();
  for (const { path, from, before } of candidates) {
    if (renames.has(path) || used.has(from)) continue;
    renames.set(path, [from, before]);
    used.add(from);
  }
  return renames;
}

function compare(objects: ObjectStore, before: FileEntry, after: FileEntry): number {
  if (before.sha === after.sha) return 1;
  const [left, right] = [readText(objects, before), readText(objects, after)];
  return left === undefined || right === undefined ? 0 : measureSimilarity(left, right);
}

function toChange(objects: ObjectStore, { path, previousPath, before, after }: Pair): FileChange {
  const [left, right] = [readText(objects, before), readText(objects, after)];
  const diff = left === undefined || right === undefined ? undefined : diffLines(left, right);
  return {
    path,
    status:
      previousPath !== undefined
        ? 'renamed'
        : before === undefined
          ? 'added'
          : after === undefined
            ? 'removed'
            : 'modified',
    ...(previousPath === undefined ? {} : { previousPath }),
    sha: (after ?? before)?.sha ?? '',
    additions: diff?.additions ?? 0,
    deletions: diff?.deletions ?? 0,
    ...(diff === undefined || diff.patch === '' ? {} : { patch: diff.patch }),
  };
}

// No file is an empty text; binary content (a NUL among the first 8,000 bytes, as git decides) is none.
function readText(objects: ObjectStore, file: FileEntry | undefined): string | undefined {
  if (file === undefined) return '';
  const object = objects[file.sha];
  if (object?.type !== 'blob') return undefined;
  const bytes = blobBytes(object);
  return bytes.subarray(0, 8_000).includes(0) ? undefined : bytes.toString();
}
