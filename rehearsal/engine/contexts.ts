import { join } from 'node:path';
import { toText } from '#rehearsal/expressions/evaluate';
import type { JsonObject, Leg } from './matrix.ts';
import type { Run, WorkflowScope } from './run-state.ts';

/** The id of the only repository and owner that a rehearsal knows. */
const ids = { repository: '1', owner: '2', actor: '1' };

/** Where a job's files are. Absolute paths. */
export interface JobFolders {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
}

/**
 * The `github` context. In a called workflow it is the caller's.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context
 */
export function githubContext(run: Run): JsonObject {
  const { event, ground } = run;
  const [owner = ''] = ground.repository.split('/');
  const short = event.ref.replace(/^refs\/(heads|tags|pull)\//, '');
  return {
    actor: 'ada',
    actor_id: ids.actor,
    triggering_actor: 'ada',
    api_url: ground.apiUrl,
    graphql_url: `${ground.apiUrl}/graphql`,
    server_url: 'https://github.com',
    base_ref: event.baseRef,
    head_ref: event.headRef,
    event: event.payload as JsonObject,
    event_name: event.name,
    event_path: join(run.folder, 'event.json'),
    ref: event.ref,
    ref_name: short,
    ref_protected: false,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: ground.repository,
    repository_id: ids.repository,
    repository_owner: owner,
    repository_owner_id: ids.owner,
    repositoryUrl: `git://github.com/${ground.repository}.git`,
    retention_days: '90',
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: '1',
    secret_source: 'Actions',
    sha: event.sha,
    workflow: run.name,
    workflow_ref: `${ground.repository}/${run.top.path}@${event.ref}`,
    workflow_sha: event.sha,
  };
}

/** Members of the `github` context that are variables of every step (actions/runner, GitHubContext). */
const exported = [
  ...['action', 'action_path', 'action_ref', 'action_repository', 'actor', 'actor_id', 'api_url', 'base_ref'],
  ...['event_name', 'event_path', 'graphql_url', 'head_ref', 'job', 'ref', 'ref_name', 'ref_protected', 'ref_type'],
  ...['repository', 'repository_id', 'repository_owner', 'repository_owner_id', 'retention_days', 'run_attempt'],
  ...['run_id', 'run_number', 'server_url', 'sha', 'triggering_actor', 'workflow', 'workflow_ref', 'workflow_sha'],
  'workspace',
];

export function githubVariables(github: JsonObject): Record<string, string> {
  return Object.fromEntries(
    exported.flatMap((name) =>
      github[name] === undefined ? [] : [[`GITHUB_${name.toUpperCase()}`, toText(github[name])]],
    ),
  );
}

export function runnerContext(run: Run, folders: JobFolders): JsonObject {
  return {
    name: 'rehearsal',
    os: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    arch: process.arch.toUpperCase(),
    temp: folders.temp,
    tool_cache: run.ground.toolCache,
    environment: 'github-hosted',
    debug: '',
  };
}

export function strategyContext(index: number, total: number, failFast: boolean, maxParallel: number): JsonObject {
  return { 'fail-fast': failFast, 'job-index': index, 'job-total': total, 'max-parallel': maxParallel };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#job-context */
export function jobContext(scope: WorkflowScope, status: string): JsonObject {
  const { origin, workflow } = scope;
  return {
    status,
    check_run_id: 1,
    workflow_ref: `${origin.repository}/${workflow.path}@${origin.ref}`,
    workflow_sha: origin.sha,
    workflow_repository: origin.repository,
    workflow_file_path: workflow.path,
  };
}

/** `null` where there is no matrix, as GitHub has it. */
export function matrixContext(leg: Leg | undefined): JsonObject | null {
  return leg ?? null;
}
