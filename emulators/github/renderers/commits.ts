import { readCommit } from '../git-graph.ts';
import type { Commit, Person } from '../git-objects.ts';
import { nodeId, type Links } from '../links.ts';
import type { Schema } from '../schemas.ts';
import type { Repository } from '../state.ts';
import { diffTrees, type FileChange } from '../tree-diff.ts';
import { loginOf, renderUser } from './users.ts';

/** The emulator signs nothing; github.com signs what its web page and its apps commit. */
const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** A commit object of the git database. */
export function renderGitCommit(
  repository: Repository,
  links: Links,
  sha: string,
  commit: Commit,
): Schema<'git-commit'> {
  return {
    sha,
    node_id: nodeId('C', `${repository.id}:${sha}`),
    url: `${links.api}/git/commits/${sha}`,
    html_url: `${links.html}/commit/${sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { url: `${links.api}/git/trees/${commit.tree}`, sha: commit.tree },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      url: `${links.api}/git/commits/${parent}`,
      sha: parent,
      html_url: `${links.html}/commit/${parent}`,
    })),
    verification: UNSIGNED,
  };
}

/** A commit of the repository, as lists have it. */
export function renderCommit(repository: Repository, links: Links, sha: string): Schema<'commit'> {
  const commit = readCommit(repository.objects, sha) ?? MISSING;
  const url = `${links.api}/commits/${sha}`;
  return {
    sha,
    node_id: nodeId('C', `${repository.id}:${sha}`),
    url,
    html_url: `${links.html}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${links.api}/git/commits/${sha}`,
      author: commit.author,
      committer: commit.committer,
      tree: { url: `${links.api}/git/trees/${commit.tree}`, sha: commit.tree },
      message: commit.message,
      comment_count: 0,
      verification: UNSIGNED,
    },
    author: renderAccount(links, commit.author),
    committer: renderAccount(links, commit.committer),
    parents: commit.parents.map((parent) => ({
      url: `${links.api}/commits/${parent}`,
      sha: parent,
      html_url: `${links.html}/commit/${parent}`,
    })),
  };
}

/** A commit with what it changed against its first parent. */
export function renderFullCommit(repository: Repository, links: Links, sha: string): Schema<'commit'> {
  const commit = readCommit(repository.objects, sha) ?? MISSING;
  const changes = diffCommits(repository, commit.parents[0], sha);
  const additions = sum(changes.map((change) => change.additions));
  const deletions = sum(changes.map((change) => change.deletions));
  return {
    ...renderCommit(repository, links, sha),
    stats: { additions, deletions, total: additions + deletions },
    files: changes.map((change) => renderChange(links, sha, change)),
  };
}

/** What changed from one commit (undefined: nothing at all) to another. */
export function diffCommits({ objects }: Repository, before: string | undefined, after: string): FileChange[] {
  const treeOf = (sha: string | undefined): string => (sha === undefined ? '' : (readCommit(objects, sha)?.tree ?? ''));
  return diffTrees(objects, treeOf(before), treeOf(after));
}

/** @param at the commit whose state of the file the links show. */
export function renderChange(links: Links, at: string, change: FileChange): Schema<'diff-entry'> {
  const path = encodePath(change.path);
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${links.html}/blob/${at}/${path}`,
    raw_url: `${links.html}/raw/${at}/${path}`,
    contents_url: `${links.api}/contents/${path}?ref=${at}`,
    ...(change.previousPath === undefined ? {} : { previous_filename: change.previousPath }),
    ...(change.patch === undefined ? {} : { patch: change.patch }),
  };
}

export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function renderAccount(links: Links, { email }: Person): Schema<'simple-user'> | null {
  const login = loginOf(email);
  return login === undefined ? null : renderUser(links, login);
}

const NOBODY: Person = { name: '', email: '', date: '1970-01-01T00:00:00Z' };
const MISSING: Commit = { type: 'commit', tree: '', parents: [], author: NOBODY, committer: NOBODY, message: '' };
