import { nodeId, type Links } from '../links.ts';
import type { Schema } from '../schemas.ts';
import type { Deployment, DeploymentStatus, Repository } from '../state.ts';
import { renderUser } from './users.ts';

export function renderDeployment(links: Links, deployment: Deployment): Schema<'deployment'> {
  const url = `${links.api}/deployments/${deployment.id}`;
  return {
    id: deployment.id,
    node_id: nodeId('DE', deployment.id),
    url,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    creator: renderUser(links, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: links.api,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: null,
  };
}

export function renderDeploymentStatus(links: Links, status: DeploymentStatus): Schema<'deployment-status'> {
  const deployment = `${links.api}/deployments/${status.deploymentId}`;
  return {
    id: status.id,
    node_id: nodeId('DES', status.id),
    url: `${deployment}/statuses/${status.id}`,
    state: status.state,
    creator: renderUser(links, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: deployment,
    repository_url: links.api,
    performed_via_github_app: null,
  };
}

/**
 * "GitHub retains records of previous deployment statuses for 90 days":
 * https://docs.github.com/en/rest/deployments/statuses. The current one stays with its deployment.
 */
const STATUS_RETENTION_MS = 90 * 86_400_000;

/** Statuses of a deployment that are still kept at `now` (ms), oldest first. */
export function keptStatuses(
  { deploymentStatuses }: Repository,
  deploymentId: number,
  now: number,
): DeploymentStatus[] {
  const all = deploymentStatuses.filter((status) => status.deploymentId === deploymentId);
  return all.filter(
    (status, index) => index === all.length - 1 || now - Date.parse(status.createdAt) <= STATUS_RETENTION_MS,
  );
}

/** The state of a deployment: of its newest status, undefined before the first. */
export function currentState(
  { deploymentStatuses }: Repository,
  deploymentId: number,
): DeploymentStatus['state'] | undefined {
  return deploymentStatuses.findLast((status) => status.deploymentId === deploymentId)?.state;
}
