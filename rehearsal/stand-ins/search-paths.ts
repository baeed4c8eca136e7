import { globSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { listTree } from './artifact-store.ts';

/** What the lines of a `path` input find. */
export interface Found {
  /** Absolute. */
  readonly files: readonly string[];
  /** The folder that all search paths have in common: what artifacts leave out of their paths. */
  readonly root: string;
}

/**
 * Files for the lines of a `path` input, as @actions/glob finds them: patterns, folders with all that is in them, `!` leaves
 * out, `~` is the home folder. https://github.com/actions/toolkit/tree/main/packages/glob
 */
export function findFiles(text: string, workspace: string, home: string, hidden: boolean): Found {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const found = new Set<string>();
  const roots: string[] = [];
  for (const line of lines) {
    const excludes = line.startsWith('!');
    const pattern = resolve(workspace, (excludes ? line.slice(1) : line).replace(/^~(?=\/|$)/, home));
    if (!excludes) roots.push(searchRoot(pattern));
    for (const file of matchPattern(pattern)) {
      if (excludes) found.delete(file);
      else if (hidden || !isHidden(relative(searchRoot(pattern), file))) found.add(file);
    }
  }
  return { files: [...found].sort(), root: commonFolder(roots) };
}

function matchPattern(pattern: string): string[] {
  const matches = /[*?[{]/.test(pattern) ? globSync(pattern) : [pattern];
  return matches.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) return listTree(path).map((file) => join(path, file));
    return stat === undefined ? [] : [path];
  });
}

/** The part of a pattern before its first wildcard; of a plain file its folder. */
function searchRoot(pattern: string): string {
  const segments = pattern.split(sep);
  const wild = segments.findIndex((segment) => /[*?[{]/.test(segment));
  if (wild >= 0) return segments.slice(0, wild).join(sep);
  return statSync(pattern, { throwIfNoEntry: false })?.isDirectory() === true ? pattern : dirname(pattern);
}

function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split(sep));
  const length = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return (length < 0 ? first : first.slice(0, length)).join(sep);
}

function isHidden(path: string): boolean {
  return path.split(sep).some((segment) => segment.startsWith('.')) || basename(path).startsWith('.');
}
