import { findMergeBase, listAncestors, listHistory } from '../git-graph.ts';
import { nodeId, type Links } from '../links.ts';
import type { Schema } from '../schemas.ts';
import type { Pull, Repository } from '../state.ts';
import type { FileChange } from '../tree-diff.ts';
import { diffCommits, sum } from './commits.ts';
import { renderLabel } from './issues.ts';
import { renderHome } from './repositories.ts';
import { renderUser } from './users.ts';

/** What a pull request changes: from where its branch left the base to its head. */
export function diffPull(repository: Repository, { baseSha, headSha }: Pull): FileChange[] {
  return diffCommits(repository, findMergeBase(repository.objects, baseSha, headSha), headSha);
}

/** A pull request as lists have it. */
export function renderPullSimple(repository: Repository, links: Links, pull: Pull): Schema<'pull-request-simple'> {
  return { ...renderCommon(repository, links, pull), milestone: null, assignee: null, auto_merge: null };
}

/** A pull request with its counts. */
export function renderPull(repository: Repository, links: Links, pull: Pull): Schema<'pull-request'> {
  const changes = diffPull(repository, pull);
  const merged = pull.mergedAt !== null;
  const own = listHistory(repository.objects, pull.headSha, listAncestors(repository.objects, pull.baseSha));
  return {
    ...renderCommon(repository, links, pull),
    milestone: null,
    assignee: null,
    auto_merge: null,
    merged,
    merged_by: merged ? renderUser(links, pull.author) : null,
    mergeable: pull.state === 'open' ? true : null,
    mergeable_state: pull.state === 'open' ? (pull.draft ? 'draft' : 'clean') : 'unknown',
    rebaseable: pull.state === 'open' ? true : null,
    comments: repository.comments.filter(({ number }) => number === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: own.length,
    additions: sum(changes.map(({ additions }) => additions)),
    deletions: sum(changes.map(({ deletions }) => deletions)),
    changed_files: changes.length,
  };
}

type Common = Omit<
  Schema<'pull-request-simple'>,
  'state' | 'head' | 'base' | 'milestone' | 'assignee' | 'auto_merge'
> & {
  head: Schema<'pull-request'>['head'];
  base: Schema<'pull-request'>['base'];
  user: Schema<'simple-user'>;
  state: Pull['state'];
};

function renderCommon(repository: Repository, links: Links, pull: Pull): Common {
  const api = `${links.api}/pulls/${pull.number}`;
  const html = `${links.html}/pull/${pull.number}`;
  const issue = `${links.api}/issues/${pull.number}`;
  const statuses = `${links.api}/statuses/${pull.headSha}`;
  const side = (owner: string, ref: string, sha: string): Schema<'pull-request'>['head'] => ({
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: renderUser(links, owner),
    repo: renderHome(repository, links, owner),
  });
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    url: api,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${links.api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: renderUser(links, pull.author),
    body: pull.body,
    labels: pull.labels.map((name) => renderLabel(links, name)),
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    draft: pull.draft,
    head: side(pull.headOwner, pull.headBranch, pull.headSha),
    base: side(repository.owner, pull.baseBranch, pull.baseSha),
    author_association: pull.headOwner === repository.owner ? 'MEMBER' : 'NONE',
    _links: {
      self: { href: api },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: `${links.api}/pulls/comments{/number}` },
      commits: { href: `${api}/commits` },
      statuses: { href: statuses },
    },
  };
}
