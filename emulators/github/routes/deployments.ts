import { isRecord } from '../../base/data.ts';
import type { Answer } from '../../base/routes.ts';
import { isFastForward, resolveCommit } from '../git-graph.ts';
import { conflict, unprocessable } from '../refusals.ts';
import { currentState, renderDeployment } from '../renderers/deployments.ts';
import {
  answerList,
  findById,
  flag,
  inRepository,
  optionalText,
  read,
  REPOSITORY,
  requireText,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import { nextId, type Deployment, type Repository } from '../state.ts';
import { mergeDefaultBranch } from './deployment-merge.ts';
import { latestStatuses } from './statuses.ts';

const DOCS = 'https://docs.github.com/en/rest/deployments/deployments?apiVersion=2022-11-28';

export const DEPLOYMENT_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/list-deployments',
    method: 'GET',
    path: `${REPOSITORY}/deployments`,
    needs: read('deployments'),
    source: `${DOCS}#list-deployments: filters sha, ref, task, environment; the order is not documented, here newest first`,
    handler: inRepository(listDeployments),
  },
  {
    operation: 'repos/create-deployment',
    method: 'POST',
    path: `${REPOSITORY}/deployments`,
    needs: write('deployments'),
    source: `${DOCS}#create-a-deployment: auto_merge true and all contexts required by default: 202 merged, 409 in conflict or not green`,
    handler: inRepository(createDeployment),
  },
  {
    operation: 'repos/get-deployment',
    method: 'GET',
    path: `${REPOSITORY}/deployments/{deployment_id}`,
    needs: read('deployments'),
    source: `${DOCS}#get-a-deployment`,
    handler: inRepository((call) => ({ status: 200, body: renderDeployment(call.links, findDeployment(call)) })),
  },
  {
    operation: 'repos/delete-deployment',
    method: 'DELETE',
    path: `${REPOSITORY}/deployments/{deployment_id}`,
    needs: write('deployments'),
    source: `${DOCS}#delete-a-deployment: only an inactive one, or the only one of the repository`,
    handler: inRepository(deleteDeployment),
  },
];

function listDeployments(call: Call): Answer {
  const { query, repository, links } = call;
  const matches = (deployment: Deployment): boolean =>
    (['sha', 'ref', 'task', 'environment'] as const).every(
      // GitHub's documented default of these parameters is the word "none".
      (field) => query[field] === undefined || query[field] === 'none' || query[field] === deployment[field],
    );
  const newestFirst = repository.deployments.filter(matches).reverse();
  return answerList(
    call,
    newestFirst.map((deployment) => renderDeployment(links, deployment)),
  );
}

function createDeployment(call: Call): Answer {
  const { repository, state, links, actor, at } = call;
  const ref = requireText(call, 'Deployment', 'ref');
  const sha = resolveCommit(repository, ref);
  if (sha === undefined) throw unprocessable(`No ref found for: ${ref}`);
  if (flag(call, 'auto_merge', true)) {
    const merged = mergeIfBehind(call, ref, sha);
    if (merged !== undefined) return merged;
  }
  requireContexts(call, ref, sha);
  const environment = optionalText(call, 'Deployment', 'environment') ?? 'production';
  const deployment: Deployment = {
    id: nextId(state),
    sha,
    ref,
    task: optionalText(call, 'Deployment', 'task') ?? 'deploy',
    payload: readPayload(call),
    originalEnvironment: environment,
    environment,
    description: optionalText(call, 'Deployment', 'description') ?? null,
    creator: actor,
    transient: flag(call, 'transient_environment', false),
    production: flag(call, 'production_environment', environment === 'production'),
    createdAt: at,
    updatedAt: at,
  };
  repository.deployments.push(deployment);
  useEnvironment(call, environment);
  return { status: 201, body: renderDeployment(links, deployment) };
}

// Only a branch that lacks commits of the default branch is merged.
function mergeIfBehind(call: Call, ref: string, sha: string): Answer | undefined {
  const { repository } = call;
  const branch = ref.replace(/^refs\/heads\//, '');
  const base = repository.refs[`refs/heads/${repository.defaultBranch}`];
  if (repository.refs[`refs/heads/${branch}`] !== sha || base === undefined) return undefined;
  if (isFastForward(repository.objects, base, sha)) return undefined;
  if (!mergeDefaultBranch(call, branch, sha, base)) {
    throw conflict(`Conflict merging ${repository.defaultBranch} into ${branch}.`);
  }
  return { status: 202, body: { message: `Auto-merged ${repository.defaultBranch} into ${branch} on deployment.` } };
}

/** Contexts of statuses and names of check runs, all of them unless the caller names some, must be successful. */
function requireContexts(call: Call, ref: string, sha: string): void {
  const { body, repository } = call;
  const states = contextStates(repository, sha);
  const required = Array.isArray(body['required_contexts'])
    ? (body['required_contexts'] as string[])
    : [...states.keys()];
  const contexts = required
    .map((context) => ({ context, state: states.get(context) ?? 'pending' }))
    .filter(({ state }) => state !== 'success');
  if (contexts.length === 0) return;
  throw conflict(`Conflict: Commit status checks failed for ${ref}.`, {
    errors: [{ contexts, resource: 'Deployment', field: 'required_contexts', code: 'invalid' }],
  });
}

function contextStates(repository: Repository, sha: string): Map<string, string> {
  const states = new Map(latestStatuses(repository, sha).map(({ context, state }) => [context, state as string]));
  for (const run of repository.checkRuns.filter(({ headSha }) => headSha === sha)) {
    const green = run.conclusion === 'success' || run.conclusion === 'neutral' || run.conclusion === 'skipped';
    states.set(run.name, run.status === 'completed' ? (green ? 'success' : 'failure') : 'pending');
  }
  return states;
}

function deleteDeployment(call: Call): Answer {
  const { repository } = call;
  const { id } = findDeployment(call);
  if (repository.deployments.length > 1 && currentState(repository, id) !== 'inactive') {
    throw unprocessable(
      'We cannot delete an active deployment unless it is the only deployment in a given environment.',
    );
  }
  repository.deployments = repository.deployments.filter((deployment) => deployment.id !== id);
  repository.deploymentStatuses = repository.deploymentStatuses.filter((status) => status.deploymentId !== id);
  return { status: 204 };
}

/** The deployment of the path; 404 where there is none. */
export function findDeployment({ repository, params }: Call): Deployment {
  return findById(repository.deployments, params['deployment_id']);
}

/** Environments come into being by use. */
export function useEnvironment({ repository, state, at }: Call, name: string): void {
  if (repository.environments.some((environment) => environment.name === name)) return;
  repository.environments.push({ id: nextId(state), name, createdAt: at });
}

function readPayload({ body }: Call): Deployment['payload'] {
  const payload = body['payload'] ?? '';
  if (typeof payload === 'string' || isRecord(payload)) return payload;
  throw unprocessable("Invalid request.\n\nFor 'payload', the value must be an object or a string.");
}
