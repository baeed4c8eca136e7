import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '#lint/workflows/repository';
import { parseSource } from '#lint/workflows/source';

export const cleanRoot = '__tests__/fixtures/lint/repository';

/** The files of the clean repository, by path. */
export function readCleanFiles(): Record<string, string> {
  const paths = readdirSync(cleanRoot, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const files = paths.filter((path) => statSync(join(cleanRoot, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(cleanRoot, path), 'utf8')]));
}

/** A repository in memory. */
export function holdFiles(files: Readonly<Record<string, string>>): Repository {
  const paths = Object.keys(files).sort();
  return {
    sources: paths.flatMap((path) => parseSource(path, files[path] ?? '') ?? []),
    exists: (path) => paths.some((other) => other === path || other.startsWith(`${path}/`)),
    list: (path) => {
      const below = paths.filter((other) => other.startsWith(`${path}/`)).map((other) => other.slice(path.length + 1));
      return [...new Set(below.map((rest) => rest.split('/')[0] ?? ''))];
    },
  };
}
