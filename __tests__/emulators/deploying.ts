import type { Octokit, Stage } from './github-harness.ts';

export type DeploymentFields = Partial<Parameters<Octokit['rest']['repos']['createDeployment']>[0]>;

/** Creates a deployment as the suite always does: nothing merged, nothing required. */
export async function deploy({ octokit, repo }: Stage, fields: DeploymentFields = {}): Promise<number> {
  const { data } = await octokit().rest.repos.createDeployment({
    ...repo,
    ref: 'main',
    environment: 'staging',
    auto_merge: false,
    required_contexts: [],
    ...fields,
  });
  if (!('id' in data)) throw new Error(`No deployment: ${data.message ?? ''}`);
  return data.id;
}

/** Adds a status to a deployment. */
export async function report(
  stage: Stage,
  deployment_id: number,
  state: 'success' | 'in_progress' | 'inactive',
  fields: object = {},
): Promise<void> {
  await stage.octokit().rest.repos.createDeploymentStatus({ ...stage.repo, deployment_id, state, ...fields });
}
