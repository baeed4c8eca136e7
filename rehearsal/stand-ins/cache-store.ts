import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** The caches of a repository. They outlive a run, as on GitHub. */
export interface CacheStore {
  /** @returns the entry that fits best */
  readonly find: (query: CacheQuery) => CacheEntry | undefined;
  /** Copies the files of an entry to where they were, in another job's folders. */
  readonly restore: (entry: CacheEntry, roots: CacheRoots) => void;
  /** Keeps files under a key; entries never change, so a second one with the same key and ref is not kept. @returns whether it was kept */
  readonly save: (entry: NewCache, roots: CacheRoots) => boolean;
}

/** Folders that every job has its own of: what lies in them is kept by its path within. Absolute. */
export interface CacheRoots {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
}

export interface NewCache {
  readonly key: string;
  readonly paths: string;
  readonly ref: string;
  /** Absolute paths. */
  readonly files: readonly string[];
}

export interface CacheQuery {
  readonly key: string;
  readonly restoreKeys: readonly string[];
  /** The lines of `path`: a cache is found only for the same paths. */
  readonly paths: string;
  /** Refs whose caches the run may read, its own first. */
  readonly refs: readonly string[];
}

export interface CacheEntry {
  readonly key: string;
  readonly paths: string;
  readonly ref: string;
  readonly files: readonly Kept[];
  readonly folder: string;
  readonly order: number;
}

interface Kept {
  readonly root: keyof CacheRoots | undefined;
  /** Within the root; absolute without one. */
  readonly path: string;
}

const rootNames = ['workspace', 'temp', 'home'] as const;

/** The lines of `path` as they would be on a runner, where these folders have the same names in every job. */
export function withoutFolders(paths: string, roots: CacheRoots): string {
  return rootNames.reduce((text, name) => text.replaceAll(roots[name], `<${name}>`), paths);
}

/** @param folder where the files are kept */
export function createCacheStore(folder: string): CacheStore {
  const entries: CacheEntry[] = [];
  return {
    find: (query) => findEntry(entries, query),
    restore: (entry, roots) => {
      for (const [index, { root, path }] of entry.files.entries())
        copy(join(entry.folder, String(index)), root === undefined ? path : join(roots[root], path));
    },
    save: ({ key, paths, ref, files }, roots) => {
      if (entries.some((entry) => entry.key === key && entry.paths === paths && entry.ref === ref)) return false;
      const target = join(folder, String(entries.length));
      for (const [index, file] of files.entries()) copy(file, join(target, String(index)));
      const kept = files.map((file) => within(file, roots));
      entries.push({ key, paths, ref, files: kept, folder: target, order: entries.length });
      return true;
    },
  };
}

function within(file: string, roots: CacheRoots): Kept {
  for (const root of rootNames)
    if (file.startsWith(roots[root] + sep)) return { root, path: file.slice(roots[root].length + 1) };
  return { root: undefined, path: file };
}

/**
 * https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching: per ref first the exact key, then the
 * newest that begins with it, then each of the restore keys in turn; then the next ref.
 */
function findEntry(
  entries: readonly CacheEntry[],
  { key, restoreKeys, paths, refs }: CacheQuery,
): CacheEntry | undefined {
  const newest = entries.toSorted((a, b) => b.order - a.order);
  for (const ref of refs) {
    const own = newest.filter((entry) => entry.ref === ref && entry.paths === paths);
    const exact = own.find((entry) => entry.key === key);
    if (exact !== undefined) return exact;
    for (const prefix of [key, ...restoreKeys]) {
      const found = own.find((entry) => entry.key.startsWith(prefix));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
