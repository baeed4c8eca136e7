import { createHash } from 'node:crypto';
import { nodeId, type Links } from '../links.ts';
import type { Schema } from '../schemas.ts';
import type { Comment, Issue, Pull, Repository } from '../state.ts';
import { renderUser } from './users.ts';

/** An issue, or a pull request as the issue that it also is. */
export function renderIssue(repository: Repository, links: Links, item: Issue | Pull): Schema<'issue'> {
  const api = `${links.api}/issues/${item.number}`;
  const isPull = 'headSha' in item;
  const pull = `${links.html}/pull/${item.number}`;
  return {
    id: item.id,
    node_id: nodeId(isPull ? 'PR' : 'I', item.id),
    number: item.number,
    url: api,
    repository_url: links.api,
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    html_url: isPull ? pull : `${links.html}/issues/${item.number}`,
    title: item.title,
    body: item.body,
    user: renderUser(links, item.author),
    labels: item.labels.map((name) => renderLabel(links, name)),
    state: item.state,
    state_reason: isPull ? null : item.stateReason,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: repository.comments.filter(({ number }) => number === item.number).length,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    closed_by: null,
    author_association: 'MEMBER',
    ...(isPull
      ? {
          draft: item.draft,
          pull_request: {
            url: `${links.api}/pulls/${item.number}`,
            html_url: pull,
            diff_url: `${pull}.diff`,
            patch_url: `${pull}.patch`,
            merged_at: item.mergedAt,
          },
        }
      : {}),
  };
}

export function renderComment(links: Links, comment: Comment): Schema<'issue-comment'> {
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${links.api}/issues/comments/${comment.id}`,
    html_url: `${links.html}/issues/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${links.api}/issues/${comment.number}`,
    user: renderUser(links, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'MEMBER',
    performed_via_github_app: null,
  };
}

/** A label by its name; GitHub makes labels that an issue is the first to use. */
export function renderLabel(links: Links, name: string): Schema<'pull-request-simple'>['labels'][number] {
  const id = createHash('sha1').update(name).digest().readUInt32BE();
  return {
    id,
    node_id: nodeId('LA', id),
    url: `${links.api}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
  };
}
