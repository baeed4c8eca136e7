import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReportsBefore {
  /** Whether a file stands there that this run has not written. What is not there is not stale. */
  readonly isStale: (file: string) => boolean;
}

/**
 * Remembers the reports that lie there before a command runs. A report that the command leaves untouched, or puts there
 * with an older date (restored from a cache, copied), is not of this run and may be of another commit. Compared with a
 * file that is written now, not with the clock: that of the file system may be another one.
 * @param folder for that file
 */
export function rememberReports(files: readonly string[], folder: string): ReportsBefore {
  const before = new Map(files.map((file) => [file, stateOf(file)]));
  const markFile = join(folder, 'begun');
  writeFileSync(markFile, '');
  const begun = stateOf(markFile)?.writtenAt ?? 0n;
  return {
    isStale(file) {
      const now = stateOf(file);
      if (now === undefined) return false;
      const old = before.get(file);
      const untouched = old?.writtenAt === now.writtenAt && old.inode === now.inode;
      return untouched || now.writtenAt < begun;
    },
  };
}

function stateOf(file: string): { readonly writtenAt: bigint; readonly inode: bigint } | undefined {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? undefined : { writtenAt: stat.mtimeNs, inode: stat.ino };
}
