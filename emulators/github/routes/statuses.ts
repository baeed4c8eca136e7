import type { Answer } from '../../base/routes.ts';
import { resolveCommit } from '../git-graph.ts';
import { nodeId, type Links } from '../links.ts';
import { invalid, notFound, unprocessable } from '../refusals.ts';
import { renderRepository } from '../renderers/repositories.ts';
import { renderUser } from '../renderers/users.ts';
import {
  answerList,
  inRepository,
  optionalText,
  PAGES,
  read,
  REPOSITORY,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import { paginate } from '../../base/pagination.ts';
import type { Schema } from '../schemas.ts';
import { nextId, type CommitStatus, type Repository } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/commits/statuses?apiVersion=2022-11-28';

export const STATUS_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/get-combined-status-for-ref',
    method: 'GET',
    path: `${REPOSITORY}/commits/{ref+}/status`,
    needs: read('statuses'),
    source: `${DOCS}#get-the-combined-status-for-a-specific-reference: failure, pending (also for none) or success`,
    handler: inRepository(getCombinedStatus),
  },
  {
    operation: 'repos/list-commit-statuses-for-ref',
    method: 'GET',
    path: `${REPOSITORY}/commits/{ref+}/statuses`,
    needs: read('statuses'),
    source: `${DOCS}#list-commit-statuses-for-a-reference: newest first`,
    handler: inRepository(listStatuses),
  },
  {
    operation: 'repos/create-commit-status',
    method: 'POST',
    path: `${REPOSITORY}/statuses/{sha}`,
    needs: write('statuses'),
    source: `${DOCS}#create-a-commit-status: 1,000 statuses per sha and context`,
    handler: inRepository(createStatus),
  },
];

const MOST_STATUSES = 1_000;
/** Rails' limit of the column, as GitHub answers it: "description is too long (maximum is 140 characters)". */
const LONGEST_DESCRIPTION = 140;

function createStatus(call: Call): Answer {
  const { params, body, repository, state, links, actor, at } = call;
  const sha = params['sha'] ?? '';
  if (resolveCommit(repository, sha) !== sha) throw unprocessable(`No commit found for SHA: ${sha}`);
  const value = body['state'];
  if (value !== 'error' && value !== 'failure' && value !== 'pending' && value !== 'success') {
    throw invalid('Status', 'state', 'invalid');
  }
  const description = optionalText(call, 'Status', 'description') ?? null;
  if (description !== null && description.length > LONGEST_DESCRIPTION) {
    throw invalid('Status', 'description', 'custom', 'description is too long (maximum is 140 characters)');
  }
  const context = optionalText(call, 'Status', 'context') ?? 'default';
  const count = repository.statuses.filter((other) => other.sha === sha && other.context === context).length;
  if (count >= MOST_STATUSES) {
    throw unprocessable('Validation failed: This SHA and context has reached the maximum number of statuses.');
  }
  const status: CommitStatus = {
    id: nextId(state),
    sha,
    state: value,
    context,
    description,
    targetUrl: optionalText(call, 'Status', 'target_url') ?? null,
    creator: actor,
    createdAt: at,
  };
  repository.statuses.push(status);
  return { status: 201, body: renderStatus(links, status) };
}

function listStatuses(call: Call): Answer {
  const sha = requireSha(call);
  const newestFirst = call.repository.statuses.filter((status) => status.sha === sha).reverse();
  return answerList(
    call,
    newestFirst.map((status) => renderStatus(call.links, status)),
  );
}

function getCombinedStatus(call: Call): Answer {
  const { request, repository, links } = call;
  const sha = requireSha(call);
  const latest = latestStatuses(repository, sha);
  const page = paginate(request, `${links.origin}${request.path}`, latest, PAGES);
  const body: Schema<'combined-commit-status'> = {
    state: combine(latest),
    statuses: page.items.map((status) => renderSimpleStatus(links, status)),
    sha,
    total_count: latest.length,
    repository: renderRepository(repository, links),
    commit_url: `${links.api}/commits/${sha}`,
    url: `${links.api}/commits/${sha}/status`,
  };
  return { status: 200, headers: page.headers, body };
}

/** The newest status of each context. */
export function latestStatuses(repository: Repository, sha: string): CommitStatus[] {
  const byContext = new Map<string, CommitStatus>();
  for (const status of repository.statuses) if (status.sha === sha) byContext.set(status.context, status);
  return [...byContext.values()];
}

function combine(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}

function requireSha({ params, repository }: Call): string {
  const sha = resolveCommit(repository, params['ref'] ?? '');
  if (sha === undefined) throw notFound();
  return sha;
}

function renderSimpleStatus(links: Links, status: CommitStatus): Schema<'simple-commit-status'> {
  return {
    id: status.id,
    node_id: nodeId('SC', status.id),
    url: `${links.api}/statuses/${status.sha}`,
    avatar_url: renderUser(links, status.creator).avatar_url,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

function renderStatus(links: Links, status: CommitStatus): Schema<'status'> {
  return { ...renderSimpleStatus(links, status), creator: renderUser(links, status.creator) };
}
