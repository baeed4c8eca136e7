import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { suite } from './suite.ts';
import type { State } from './state.ts';

const stateName = 'temporary-folder';

/**
 * A folder of this step's own under RUNNER_TEMP, readable by nobody else (0700), for reports and for secrets that a tool
 * takes only as a file (0600). Removed when the step ends, by `post` when it was killed, by the runner after the job.
 */
export interface Temp {
  /** Absolute path; the folder is made at the first call. */
  folder(): string;
  /** Writes a file that only this user can read, and returns its absolute path. */
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function createTemp(root: string, action: string, state: State): Temp {
  let folder: string | undefined;
  const open = (): string => {
    if (folder !== undefined) return folder;
    const path = join(root, `${suite.name}-${action}-${randomBytes(6).toString('hex')}`);
    // Saved before the folder exists: killed in between, `post` finds nothing to remove, which is better than the reverse.
    state.save(stateName, path);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    folder = path;
    return path;
  };
  return {
    folder: open,
    write(name, content) {
      const path = join(open(), name);
      // `wx`: never through a link that somebody laid there.
      writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
      return path;
    },
    remove() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      folder = undefined;
    },
  };
}

/** What `post` does for a `main` that was killed before it could clean up. Returns the folder, or "" when there was none. */
export function removeLeftTemp(root: string, action: string, state: State): string {
  const path = state.read(stateName);
  // Only what this module could have made: state is a file that other code on the machine can reach.
  if (!path.startsWith(join(root, `${suite.name}-${action}-`)) || path.includes('..')) return '';
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  return path;
}
