import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One package under check: an app or a library with a `package.json` of its own. */
export interface Package {
  /** What people call it: its folder from the workspace, or its name when it is the workspace itself. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/** The packages of the input `working-directory`, in its order. */
export function resolvePackages(folders: readonly string[], workspace: string): readonly Package[] {
  return folders.map((folder) => {
    const path = relative(workspace, folder).split(sep).join('/');
    return { folder, name: path === '' ? readName(folder) : path };
  });
}

function readName(folder: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown };
    return typeof name === 'string' && name !== '' ? name : 'the workspace';
  } catch {
    // Whether a package.json is there and sound is a question for the package manager, which ran before.
    return 'the workspace';
  }
}
