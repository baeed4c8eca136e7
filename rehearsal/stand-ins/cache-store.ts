import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The caches of a repository. They outlive a run, as on GitHub. */
export interface CacheStore {
  /** @returns the entry that was found, restored to where it came from */
  readonly restore: (query: CacheQuery, lookupOnly: boolean) => CacheEntry | undefined;
  /** Keeps files under a key; entries never change, so a second one with the same key and ref is not kept. @returns whether it was kept */
  readonly save: (entry: Omit<CacheEntry, 'folder' | 'order'>) => boolean;
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
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly folder: string;
  readonly order: number;
}

/** @param folder where the files are kept */
export function createCacheStore(folder: string): CacheStore {
  const entries: CacheEntry[] = [];
  return {
    restore: (query, lookupOnly) => {
      const entry = findEntry(entries, query);
      if (entry !== undefined && !lookupOnly) for (const file of entry.files) copy(join(entry.folder, file), file);
      return entry;
    },
    save: ({ key, paths, ref, files }) => {
      if (entries.some((entry) => entry.key === key && entry.paths === paths && entry.ref === ref)) return false;
      const target = join(folder, String(entries.length));
      for (const file of files) copy(file, join(target, file));
      entries.push({ key, paths, ref, files, folder: target, order: entries.length });
      return true;
    },
  };
}

/**
 * https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching: per ref first the exact key, then the
 * newest that begins with it, then each of the restore keys in turn; then the next ref.
 */
function findEntry(entries: readonly CacheEntry[], { key, restoreKeys, paths, refs }: CacheQuery): CacheEntry | undefined {
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
