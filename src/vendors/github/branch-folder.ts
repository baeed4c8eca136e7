import { readFolder, writeFiles, type FileChange, type Folder, type Written } from './branch-files.ts';
import type { GitHub } from './client.ts';

/** A folder of a branch, whose files are read together and written by compare-and-swap. */
export interface BranchFolder {
  /** Of the branch. */
  readonly name: string;
  /** @throws ConfigurationError (`github-permission-missing`, `github-file-not-text`), VendorError */
  read(): Promise<Folder>;
  /** @throws ConfigurationError (`github-permission-missing`, `github-branch-protected`), VendorError */
  write(change: Omit<FileChange, 'branch'>): Promise<Written>;
}

/** @param place its branch, and the folder from the root, such as `releases/tracker` */
export function openBranchFolder(
  github: GitHub,
  place: { readonly branch: string; readonly folder: string },
): BranchFolder {
  const { branch } = place;
  return {
    name: branch,
    read: async () => readFolder(github, place),
    write: async (change) => writeFiles(github, { branch, ...change }),
  };
}
