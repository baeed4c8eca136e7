import type { Answer } from '../../base/routes.ts';
import { invalid, notFound } from '../refusals.ts';
import { renderComment, renderIssue } from '../renderers/issues.ts';
import {
  answerList,
  findById,
  inRepository,
  optionalText,
  read,
  REPOSITORY,
  requireText,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import { nextId, nextNumber, type Comment, type Issue, type Pull } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/issues';

/** Characters of a body: GitHub's answer to a longer one is "body is too long (maximum is 65536 characters)". */
const LONGEST_BODY = 65_536;

// Comments of pull requests go by either permission, those of issues by `issues`; the emulator does not tell them apart.
export const ISSUE_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'issues/list-for-repo',
    method: 'GET',
    path: `${REPOSITORY}/issues`,
    needs: read('issues'),
    source: `${DOCS}/issues#list-repository-issues: pull requests too; open and newest first by default; all of labels`,
    handler: inRepository(listIssues),
  },
  {
    operation: 'issues/create',
    method: 'POST',
    path: `${REPOSITORY}/issues`,
    needs: { ...write('issues'), createsContent: true },
    source: `${DOCS}/issues#create-an-issue`,
    handler: inRepository(createIssue),
  },
  {
    operation: 'issues/get-comment',
    method: 'GET',
    path: `${REPOSITORY}/issues/comments/{comment_id}`,
    needs: read('issues', 'pull_requests'),
    source: `${DOCS}/comments#get-an-issue-comment`,
    handler: inRepository((call) => answerComment(call, findById(call.repository.comments, call.params['comment_id']))),
  },
  {
    operation: 'issues/update-comment',
    method: 'PATCH',
    path: `${REPOSITORY}/issues/comments/{comment_id}`,
    needs: write('issues', 'pull_requests'),
    source: `${DOCS}/comments#update-an-issue-comment`,
    handler: inRepository(updateComment),
  },
  {
    operation: 'issues/delete-comment',
    method: 'DELETE',
    path: `${REPOSITORY}/issues/comments/{comment_id}`,
    needs: write('issues', 'pull_requests'),
    source: `${DOCS}/comments#delete-an-issue-comment`,
    handler: inRepository(deleteComment),
  },
  {
    operation: 'issues/list-comments',
    method: 'GET',
    path: `${REPOSITORY}/issues/{issue_number}/comments`,
    needs: read('issues', 'pull_requests'),
    source: `${DOCS}/comments#list-issue-comments: ordered by ascending ID`,
    handler: inRepository(listComments),
  },
  {
    operation: 'issues/create-comment',
    method: 'POST',
    path: `${REPOSITORY}/issues/{issue_number}/comments`,
    needs: { ...write('issues', 'pull_requests'), createsContent: true },
    source: `${DOCS}/comments#create-an-issue-comment`,
    handler: inRepository(createComment),
  },
  {
    operation: 'issues/get',
    method: 'GET',
    path: `${REPOSITORY}/issues/{issue_number}`,
    needs: read('issues', 'pull_requests'),
    source: `${DOCS}/issues#get-an-issue`,
    handler: inRepository((call) => answerIssue(call, findItem(call))),
  },
  {
    operation: 'issues/update',
    method: 'PATCH',
    path: `${REPOSITORY}/issues/{issue_number}`,
    needs: write('issues', 'pull_requests'),
    source: `${DOCS}/issues#update-an-issue: labels replace all labels; state_reason completed by default`,
    handler: inRepository(updateIssue),
  },
];

function listIssues(call: Call): Answer {
  const { query, repository, links } = call;
  const { state = 'open', creator, since, sort = 'created', direction = 'desc' } = query;
  const labels = (query['labels'] ?? '').split(',').filter((label) => label !== '');
  const key = (item: Issue | Pull): string => (sort === 'updated' ? item.updatedAt : item.createdAt);
  const found = [...repository.issues, ...repository.pulls]
    .filter((item) => state === 'all' || item.state === state)
    .filter((item) => labels.every((label) => item.labels.includes(label)))
    .filter((item) => creator === undefined || item.author === creator)
    .filter((item) => since === undefined || Date.parse(item.updatedAt) >= Date.parse(since))
    .sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
  if (direction === 'desc') found.reverse();
  return answerList(
    call,
    found.map((item) => renderIssue(repository, links, item)),
  );
}

function createIssue(call: Call): Answer {
  const { repository, state, actor, at } = call;
  const issue: Issue = {
    id: nextId(state),
    number: nextNumber(repository),
    title: requireText(call, 'Issue', 'title'),
    body: readBody(call, 'Issue') ?? null,
    author: actor,
    state: 'open',
    stateReason: null,
    labels: readLabels(call) ?? [],
    createdAt: at,
    updatedAt: at,
    closedAt: null,
  };
  repository.issues.push(issue);
  return { ...answerIssue(call, issue), status: 201 };
}

function updateIssue(call: Call): Answer {
  const { body, at } = call;
  const item = findItem(call);
  item.title = optionalText(call, 'Issue', 'title') ?? item.title;
  item.body = body['body'] === null ? null : (readBody(call, 'Issue') ?? item.body);
  item.labels = readLabels(call) ?? item.labels;
  const { state } = body;
  if (state !== undefined && state !== 'open' && state !== 'closed') throw invalid('Issue', 'state', 'invalid');
  if (state !== undefined && state !== item.state) {
    item.state = state;
    item.closedAt = state === 'closed' ? at : null;
    if ('stateReason' in item) item.stateReason = readReason(call, state);
  }
  item.updatedAt = at;
  return answerIssue(call, item);
}

function readReason(call: Call, state: 'open' | 'closed'): Issue['stateReason'] {
  if (state === 'open') return 'reopened';
  const reason = call.body['state_reason'] ?? 'completed';
  if (reason !== 'completed' && reason !== 'not_planned' && reason !== 'duplicate') {
    throw invalid('Issue', 'state_reason', 'invalid');
  }
  return reason;
}

function listComments(call: Call): Answer {
  const { number } = findItem(call);
  const { since } = call.query;
  const found = call.repository.comments
    .filter((comment) => comment.number === number)
    .filter(({ updatedAt }) => since === undefined || Date.parse(updatedAt) >= Date.parse(since));
  return answerList(
    call,
    found.map((comment) => renderComment(call.links, comment)),
  );
}

function createComment(call: Call): Answer {
  const { number } = findItem(call);
  const { repository, state, actor, at } = call;
  const body = readBody(call, 'IssueComment') ?? '';
  if (body.trim() === '') throw invalid('IssueComment', 'body', 'missing_field');
  const comment: Comment = { id: nextId(state), number, author: actor, body, createdAt: at, updatedAt: at };
  repository.comments.push(comment);
  return { ...answerComment(call, comment), status: 201 };
}

function updateComment(call: Call): Answer {
  const comment = findById(call.repository.comments, call.params['comment_id']);
  comment.body = readBody(call, 'IssueComment') ?? '';
  comment.updatedAt = call.at;
  return answerComment(call, comment);
}

function deleteComment({ repository, params }: Call): Answer {
  const comment = findById(repository.comments, params['comment_id']);
  repository.comments = repository.comments.filter((other) => other !== comment);
  return { status: 204 };
}

function answerIssue({ repository, links }: Call, item: Issue | Pull): Answer {
  return { status: 200, body: renderIssue(repository, links, item) };
}

function answerComment({ links }: Call, comment: Comment): Answer {
  return { status: 200, body: renderComment(links, comment) };
}

function findItem({ params, repository }: Call): Issue | Pull {
  const item = [...repository.issues, ...repository.pulls].find(({ number }) => `${number}` === params['issue_number']);
  if (item === undefined) throw notFound();
  return item;
}

function readBody(call: Call, resource: string): string | undefined {
  const body = optionalText(call, resource, 'body');
  if (body !== undefined && body.length > LONGEST_BODY) {
    throw invalid(resource, 'body', 'custom', `body is too long (maximum is ${LONGEST_BODY} characters)`);
  }
  return body;
}

function readLabels(call: Call): string[] | undefined {
  const { labels } = call.body;
  if (labels === undefined) return undefined;
  if (!Array.isArray(labels)) throw invalid('Issue', 'labels', 'invalid');
  return labels.map((label: unknown) => {
    if (typeof label === 'string') return label;
    const name = typeof label === 'object' && label !== null && 'name' in label ? label.name : undefined;
    if (typeof name !== 'string') throw invalid('Issue', 'labels', 'invalid');
    return name;
  });
}
