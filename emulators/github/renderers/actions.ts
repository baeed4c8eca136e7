import { readCommit } from '../git-graph.ts';
import { nodeId, type Links } from '../links.ts';
import type { Schema } from '../schemas.ts';
import type { Artifact, Job, Repository, WorkflowRun } from '../state.ts';
import { homeId, renderHome, renderRepository } from './repositories.ts';
import { renderUser } from './users.ts';

export function renderRun(repository: Repository, links: Links, run: WorkflowRun): Schema<'workflow-run'> {
  const url = `${links.api}/actions/runs/${run.id}`;
  const workflow = repository.workflows.find(({ id }) => id === run.workflowId);
  const commit = readCommit(repository.objects, run.headSha);
  const rendered = renderRepository(repository, links);
  return {
    id: run.id,
    node_id: nodeId('WFR', run.id),
    name: workflow?.name ?? null,
    path: workflow?.path ?? '',
    display_title: commit?.message.split('\n', 1)[0] ?? '',
    head_branch: run.headBranch,
    head_sha: run.headSha,
    run_number: run.runNumber,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflowId,
    check_suite_id: run.id + 1,
    check_suite_node_id: nodeId('CS', run.id + 1),
    url,
    html_url: `${links.html}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor: renderUser(links, run.actor),
    triggering_actor: renderUser(links, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${links.api}/check-suites/${run.id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${links.api}/actions/workflows/${run.workflowId}`,
    head_commit:
      commit === undefined
        ? null
        : {
            id: run.headSha,
            tree_id: commit.tree,
            message: commit.message,
            timestamp: commit.committer.date,
            author: { name: commit.author.name, email: commit.author.email },
            committer: { name: commit.committer.name, email: commit.committer.email },
          },
    repository: rendered,
    head_repository: renderHome(repository, links, run.headOwner),
    referenced_workflows: [],
  };
}

export function renderJob(repository: Repository, links: Links, job: Job): Schema<'job'> {
  const run = repository.runs.find(({ id }) => id === job.runId);
  const workflow = repository.workflows.find(({ id }) => id === run?.workflowId);
  return {
    id: job.id,
    run_id: job.runId,
    run_url: `${links.api}/actions/runs/${job.runId}`,
    run_attempt: job.attempt,
    node_id: nodeId('CR', job.id),
    head_sha: run?.headSha ?? '',
    head_branch: run?.headBranch ?? null,
    url: `${links.api}/actions/jobs/${job.id}`,
    html_url: `${links.html}/actions/runs/${job.runId}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    name: job.name,
    workflow_name: workflow?.name ?? null,
    steps: [],
    check_run_url: `${links.api}/check-runs/${job.id}`,
    labels: job.labels,
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 0,
    runner_group_name: 'GitHub Actions',
  };
}

/** @param now ms, for whether it has expired. */
export function renderArtifact(
  repository: Repository,
  links: Links,
  artifact: Artifact,
  now: number,
): Schema<'artifact'> {
  const url = `${links.api}/actions/artifacts/${artifact.id}`;
  const run = repository.runs.find(({ id }) => id === artifact.runId);
  return {
    id: artifact.id,
    node_id: nodeId('AR', artifact.id),
    name: artifact.name,
    size_in_bytes: Buffer.byteLength(artifact.base64, 'base64'),
    url,
    archive_download_url: `${url}/zip`,
    expired: hasExpired(artifact, now),
    digest: null,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: {
      id: artifact.runId,
      repository_id: repository.id,
      head_repository_id: homeId(repository, run?.headOwner ?? repository.owner),
      ...(run === undefined ? {} : { head_branch: run.headBranch, head_sha: run.headSha }),
    },
  };
}

/** Expired artifacts stay in lists for a while and can no longer be downloaded. */
export function hasExpired(artifact: Artifact, now: number): boolean {
  return Date.parse(artifact.expiresAt) <= now;
}
