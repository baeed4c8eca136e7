import { W_OK } from 'node:constants';
import { accessSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Linux shows memory as this folder (https://man7.org/linux/man-pages/man7/shm_overview.7.html). */
const shared = '/dev/shm';
/** Bytes that have to be free. The folder of a rehearsed week holds one at most. */
const enough = 32 * 1024 * 1024;

/**
 * Where the rehearsal of a release has its files: in memory where that is to be had, since every hour checks a repository out and
 * removes it again. A person who says where temporary files go is obeyed.
 */
export function findMemory(machine: NodeJS.ProcessEnv): string {
  if (process.platform !== 'linux' || (machine['TMPDIR'] ?? '') !== '') return tmpdir();
  try {
    accessSync(shared, W_OK);
    const { bavail, bsize } = statfsSync(shared);
    return bavail * bsize >= enough ? shared : tmpdir();
  } catch {
    return tmpdir();
  }
}
