import { readCommit, resolveCommit } from '#emulators/github/git-graph';
import { blobBytes } from '#emulators/github/git-objects';
import { findEntry } from '#emulators/github/git-trees';
import type { GitHubEmulator } from '#emulators/github/server';
import { tagOf } from '#rollout/entries';
import { archivePath, ledgerPath } from '#rollout/ledger-file';
import type { Policy } from '#rollout/policy';
import { releaseOf, repository, roles } from './app.ts';
import type { ReleaseRehearsal } from './result.ts';

/** The ledgers as they stand on their branch, the newest release first. */
export function readLedgerTexts(github: GitHubEmulator, policy: Policy): ReleaseRehearsal['ledgers'] {
  const state = github.snapshot().repositories[repository.name];
  const sha = state === undefined ? undefined : resolveCommit(state, `refs/heads/${policy.ledger}`);
  if (state === undefined || sha === undefined) return [];
  const { objects } = state;
  const tree = readCommit(objects, sha)?.tree ?? '';
  return roles.toReversed().flatMap((role) => {
    const release = releaseOf(policy, role);
    const entry = findEntry(objects, tree, ledgerPath(release)) ?? findEntry(objects, tree, archivePath(release));
    const blob = entry === undefined ? undefined : objects[entry.sha];
    return blob?.type === 'blob' ? [{ tag: tagOf(release), text: blobBytes(blob).toString('utf8') }] : [];
  });
}

/** Somebody deletes the branch of the ledgers. */
export async function loseLedgers(github: GitHubEmulator, token: string, policy: Policy): Promise<void> {
  const address = `${github.url}/repos/${repository.name}/git/refs/heads/${policy.ledger}`;
  const answer = await fetch(address, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 204) throw new Error(`The branch of the ledgers could not be deleted: ${await answer.text()}`);
}
