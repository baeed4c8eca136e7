import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSource, type Source } from './source.ts';

/** The files that the linter may look at. Paths are from the root, with slashes. */
export interface Repository {
  /** Every workflow file and every action manifest, sorted by path. */
  readonly sources: readonly Source[];
  exists(path: string): boolean;
  /** @returns the names of the entries of a folder; none if there is no such folder */
  list(path: string): readonly string[];
}

/** Folders that hold other people's files, what we build, or what only tests run, some of it bad on purpose. */
const unread = new Set(['.git', 'node_modules', 'dist', 'build', 'coverage', '.slipway', '__tests__']);

function* walk(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !unread.has(entry.name)) yield* walk(root, path);
    else if (entry.isFile()) yield path;
  }
}

/** Reads a repository from disk. */
export function openRepository(root: string): Repository {
  const paths = [...walk(root, '')].filter((path) => /\.ya?ml$/.test(path)).sort();
  return {
    sources: paths.flatMap((path) => parseSource(path, readFileSync(join(root, path), 'utf8')) ?? []),
    exists: (path) => existsSync(join(root, path)),
    list: (path) => (existsSync(join(root, path)) ? readdirSync(join(root, path)).sort() : []),
  };
}
