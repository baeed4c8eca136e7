import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findLockfile } from './package-manager.ts';

/** Where the tools of one package may keep what they have worked out. */
export interface Caches {
  /** What the test runner transformed. Always a folder of ours: a runner's own one may be another commit's. */
  readonly folderFor: (runner: 'jest' | 'vitest') => string;
  /** The compiler's; undefined when it shall begin anew. */
  readonly buildInfo: string | undefined;
  /** ESLint's, as far as its rules allow one; undefined when it shall begin anew. */
  readonly lintFile: string | undefined;
}

/** `cache: off`: a run knows nothing of another one. Within it, two suites of a package share what they transform. */
export function freshCaches(reports: string): Caches {
  return {
    folderFor: (runner) => join(reports, `${runner}-cache`),
    buildInfo: undefined,
    lintFile: undefined,
  };
}

/**
 * `cache: safe`: what was worked out under the same lockfile, the same Node and the same files in the roots of the package
 * and the workspace. Each tool compares the contents of sources itself; what it cannot see (a preset that Babel loads, a
 * variable from `.env`, the version of a plugin) is in the key. Folders of other keys are removed, so the cache does not
 * grow.
 * @param directory absolute
 */
export function safeCaches(directory: string, folder: string, workspace: string): Caches {
  const name = createHash('sha256').update(relative(workspace, folder)).digest('hex').slice(0, 12);
  const ofPackage = join(directory, name);
  const key = keyOf(folder, workspace);
  mkdirSync(join(ofPackage, key), { recursive: true });
  for (const other of readdirSync(ofPackage)) {
    if (other !== key) rmSync(join(ofPackage, other), { recursive: true, force: true });
  }
  return {
    folderFor: (runner) => join(ofPackage, key, runner),
    buildInfo: join(ofPackage, key, 'types.tsbuildinfo'),
    lintFile: join(ofPackage, key, 'eslint.json'),
  };
}

function keyOf(folder: string, workspace: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const root of new Set([folder, workspace])) {
    for (const file of filesIn(root)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  const lockfile = findLockfile(folder, workspace);
  if (lockfile !== undefined) hash.update('\0lockfile\0').update(readFileSync(lockfile.path));
  return hash.digest('hex').slice(0, 24);
}

/** Configurations lie in roots: of Babel, Metro, TypeScript, Jest, ESLint, `.env`, `.browserslistrc` and their kin. */
function filesIn(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isConfiguration(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function isConfiguration(name: string): boolean {
  return (
    name.startsWith('.') || /(?:^package\.json|\.config\.(?:[cm]?[jt]s|json)|rc\.[cm]?js|^tsconfig.*\.json)$/.test(name)
  );
}
