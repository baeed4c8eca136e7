import { readCommit, resolveCommit } from '#emulators/github/git-graph';
import { blobBytes } from '#emulators/github/git-objects';
import { findEntry } from '#emulators/github/git-trees';
import type { GitHubEmulator } from '#emulators/github/server';

/** A file on a branch of the emulated repository; undefined where there is none. */
export function readBranch(github: GitHubEmulator, branch: string, path: string): string | undefined {
  const repository = github.snapshot().repositories['example-org/tracker'];
  const sha = repository === undefined ? undefined : resolveCommit(repository, `refs/heads/${branch}`);
  if (repository === undefined || sha === undefined) return undefined;
  const { objects } = repository;
  const entry = findEntry(objects, readCommit(objects, sha)?.tree ?? '', path);
  const blob = entry === undefined ? undefined : objects[entry.sha];
  return blob?.type === 'blob' ? blobBytes(blob).toString('utf8') : undefined;
}
