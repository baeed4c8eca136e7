import type { Answer } from '../../base/routes.ts';
import { invalid } from '../refusals.ts';
import { currentState, keptStatuses, renderDeploymentStatus } from '../renderers/deployments.ts';
import {
  answerList,
  findById,
  flag,
  inRepository,
  optionalText,
  read,
  REPOSITORY,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import { DEPLOYMENT_STATES, nextId, type Deployment, type DeploymentState, type DeploymentStatus } from '../state.ts';
import { findDeployment, useEnvironment } from './deployments.ts';

const DOCS = 'https://docs.github.com/en/rest/deployments/statuses?apiVersion=2022-11-28';

export const DEPLOYMENT_STATUS_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'repos/list-deployment-statuses',
    method: 'GET',
    path: `${REPOSITORY}/deployments/{deployment_id}/statuses`,
    needs: read('deployments'),
    source: `${DOCS}#list-deployment-statuses: kept for 90 days, the current one for good; newest first`,
    handler: inRepository(listStatuses),
  },
  {
    operation: 'repos/create-deployment-status',
    method: 'POST',
    path: `${REPOSITORY}/deployments/{deployment_id}/statuses`,
    needs: write('deployments'),
    source: `${DOCS}#create-a-deployment-status: description of 140 characters at most; auto_inactive true by default`,
    handler: inRepository(createStatus),
  },
  {
    operation: 'repos/get-deployment-status',
    method: 'GET',
    path: `${REPOSITORY}/deployments/{deployment_id}/statuses/{status_id}`,
    needs: read('deployments'),
    source: `${DOCS}#get-a-deployment-status`,
    handler: inRepository(getStatus),
  },
];

export const LONGEST_DESCRIPTION = 140;

function listStatuses(call: Call): Answer {
  const { repository, links, now } = call;
  const kept = keptStatuses(repository, findDeployment(call).id, now).reverse();
  return answerList(
    call,
    kept.map((status) => renderDeploymentStatus(links, status)),
  );
}

function getStatus(call: Call): Answer {
  const { repository, links, params, now } = call;
  const kept = keptStatuses(repository, findDeployment(call).id, now);
  return { status: 200, body: renderDeploymentStatus(links, findById(kept, params['status_id'])) };
}

function createStatus(call: Call): Answer {
  const { links, at } = call;
  const deployment = findDeployment(call);
  const state = call.body['state'];
  if (!isState(state)) throw invalid('DeploymentStatus', 'state', 'invalid');
  const description = optionalText(call, 'DeploymentStatus', 'description') ?? '';
  if (description.length > LONGEST_DESCRIPTION) {
    throw invalid('DeploymentStatus', 'description', 'custom', 'description is too long (maximum is 140 characters)');
  }
  const environment = optionalText(call, 'DeploymentStatus', 'environment');
  if (environment !== undefined) {
    deployment.environment = environment;
    useEnvironment(call, environment);
  }
  const logUrl =
    optionalText(call, 'DeploymentStatus', 'log_url') ?? optionalText(call, 'DeploymentStatus', 'target_url') ?? '';
  const environmentUrl = optionalText(call, 'DeploymentStatus', 'environment_url') ?? '';
  const status = addStatus(call, deployment, { state, description, logUrl, environmentUrl });
  if (state === 'success' && flag(call, 'auto_inactive', true)) retirePredecessors(call, deployment);
  deployment.updatedAt = at;
  return { status: 201, body: renderDeploymentStatus(links, status) };
}

export function addStatus(
  { repository, state: all, actor, at }: Call,
  { id, environment }: Deployment,
  fields: Pick<DeploymentStatus, 'state' | 'description' | 'logUrl' | 'environmentUrl'>,
): DeploymentStatus {
  const status = { id: nextId(all), deploymentId: id, environment, creator: actor, createdAt: at, ...fields };
  repository.deploymentStatuses.push(status);
  return status;
}

/**
 * "Adds a new inactive status to all prior non-transient, non-production environment deployments with the same repository and
 * environment name as the created status's deployment. An inactive status is only added to deployments that had a success state."
 */
export function retirePredecessors(call: Call, current: Deployment): void {
  const { repository } = call;
  const prior = repository.deployments.filter(
    (deployment) =>
      deployment.id < current.id &&
      deployment.environment === current.environment &&
      !deployment.transient &&
      !deployment.production &&
      currentState(repository, deployment.id) === 'success',
  );
  for (const deployment of prior) {
    addStatus(call, deployment, { state: 'inactive', description: '', logUrl: '', environmentUrl: '' });
  }
}

function isState(value: unknown): value is DeploymentState {
  return (DEPLOYMENT_STATES as readonly unknown[]).includes(value);
}
