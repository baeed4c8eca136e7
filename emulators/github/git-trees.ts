import {
  compareEntries,
  writeObject,
  type ObjectStore,
  type Tree,
  type TreeEntry,
  type TreeMode,
} from './git-objects.ts';

export interface FileEntry {
  mode: TreeMode;
  type: 'blob' | 'commit';
  sha: string;
}

/** All files of a tree by their path from its root. */
export type Files = Map<string, FileEntry>;

/** The tree with this id; the empty tree for an id that names none. */
export function readTree(objects: ObjectStore, sha: string): Tree {
  const object = objects[sha];
  return object?.type === 'tree' ? object : { type: 'tree', entries: [] };
}

/** All files below a tree. */
export function listFiles(objects: ObjectStore, tree: string, prefix = ''): Files {
  const files: Files = new Map();
  for (const { path, entry } of walkTree(objects, tree, prefix)) {
    if (entry.type !== 'tree') files.set(path, { mode: entry.mode, type: entry.type, sha: entry.sha });
  }
  return files;
}

/** Everything below a tree, directories before what they hold. */
export function* walkTree(
  objects: ObjectStore,
  tree: string,
  prefix = '',
): Generator<{ path: string; entry: TreeEntry }> {
  for (const entry of readTree(objects, tree).entries) {
    const path = `${prefix}${entry.name}`;
    yield { path, entry };
    if (entry.type === 'tree') yield* walkTree(objects, entry.sha, `${path}/`);
  }
}

/** The entry at a path; undefined where there is none. The root itself is not an entry. */
export function findEntry(objects: ObjectStore, tree: string, path: string): TreeEntry | undefined {
  const [name, ...rest] = path.split('/');
  const entry = readTree(objects, tree).entries.find((candidate) => candidate.name === name);
  if (entry === undefined || rest.length === 0) return entry;
  return entry.type === 'tree' ? findEntry(objects, entry.sha, rest.join('/')) : undefined;
}

/** Writes files as nested trees and returns the id of the root. */
export function writeTree(objects: ObjectStore, files: Files): string {
  const entries: TreeEntry[] = [];
  const directories = new Map<string, Files>();
  for (const [path, file] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) {
      entries.push({ name: path, ...file });
      continue;
    }
    const name = path.slice(0, slash);
    const inside: Files = directories.get(name) ?? new Map<string, FileEntry>();
    inside.set(path.slice(slash + 1), file);
    directories.set(name, inside);
  }
  for (const [name, inside] of directories) {
    entries.push({ name, mode: '040000', type: 'tree', sha: writeTree(objects, inside) });
  }
  return writeObject(objects, { type: 'tree', entries: entries.sort(compareEntries) });
}

/** Takes a path, file or directory, out of a list of files. Returns whether it was there. */
export function removePath(files: Files, path: string): boolean {
  const gone = [...files.keys()].filter((file) => file === path || file.startsWith(`${path}/`));
  for (const file of gone) files.delete(file);
  return gone.length > 0;
}
