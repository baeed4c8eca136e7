import type { ObjectStore } from './git-objects.ts';
import type { Protection } from './protection.ts';

/** All that the emulator knows: plain data. Times are ISO 8601 in UTC with whole seconds, as GitHub gives them. */
export interface GitHubState {
  /** By `owner/name`. */
  repositories: Record<string, Repository>;
  /** The last id given to anything; they only grow. */
  lastId: number;
}

export interface Repository {
  id: number;
  owner: string;
  name: string;
  private: boolean;
  defaultBranch: string;
  createdAt: string;
  objects: ObjectStore;
  /** By full name, such as `refs/heads/main`. */
  refs: Record<string, string>;
  /** By the full name of a branch, whether it exists or not. */
  protections: Record<string, Protection>;
  /** Issues and pull requests share one sequence. */
  lastNumber: number;
  pulls: Pull[];
  issues: Issue[];
  comments: Comment[];
  statuses: CommitStatus[];
  checkRuns: CheckRun[];
  deployments: Deployment[];
  deploymentStatuses: DeploymentStatus[];
  environments: Environment[];
  workflows: Workflow[];
  runs: WorkflowRun[];
  jobs: Job[];
  artifacts: Artifact[];
  releases: Release[];
}

export interface Pull {
  id: number;
  number: number;
  title: string;
  body: string | null;
  author: string;
  state: 'open' | 'closed';
  draft: boolean;
  labels: string[];
  /** Owner of the repository that holds the head branch: another one than the repository's for a fork. */
  headOwner: string;
  headBranch: string;
  headSha: string;
  baseBranch: string;
  baseSha: string;
  mergeCommitSha: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
}

export interface Issue {
  id: number;
  number: number;
  title: string;
  body: string | null;
  author: string;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  labels: string[];
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export interface Comment {
  id: number;
  /** Number of the issue or pull request. */
  number: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface CommitStatus {
  id: number;
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description: string | null;
  targetUrl: string | null;
  creator: string;
  createdAt: string;
}

export type CheckStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';
export type CheckConclusion =
  'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | 'action_required';

export interface CheckRun {
  id: number;
  /** One per commit and app. */
  suiteId: number;
  name: string;
  headSha: string;
  status: CheckStatus;
  conclusion: CheckConclusion | null;
  externalId: string;
  detailsUrl: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: Record<string, unknown>[];
  startedAt: string | null;
  completedAt: string | null;
}

export interface Deployment {
  id: number;
  sha: string;
  ref: string;
  task: string;
  payload: Record<string, unknown> | string;
  originalEnvironment: string;
  environment: string;
  description: string | null;
  creator: string;
  transient: boolean;
  production: boolean;
  createdAt: string;
  updatedAt: string;
}

export const DEPLOYMENT_STATES = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

export interface DeploymentStatus {
  id: number;
  deploymentId: number;
  state: DeploymentState;
  description: string;
  environment: string;
  environmentUrl: string;
  logUrl: string;
  creator: string;
  createdAt: string;
}

export interface Environment {
  id: number;
  name: string;
  createdAt: string;
}

export interface Workflow {
  id: number;
  name: string;
  /** Path of the file, such as `.github/workflows/release.yml`. */
  path: string;
  /** Whether the file has `on: workflow_dispatch`. */
  dispatchable: boolean;
}

export interface WorkflowRun {
  id: number;
  workflowId: number;
  runNumber: number;
  attempt: number;
  event: string;
  status: CheckStatus;
  conclusion: CheckConclusion | null;
  headBranch: string;
  headSha: string;
  /** Owner of the repository that the code came from: another one than the repository's for a fork. */
  headOwner: string;
  actor: string;
  /** What a dispatch was given. */
  inputs: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
}

export interface Job {
  id: number;
  runId: number;
  name: string;
  status: CheckStatus;
  conclusion: CheckConclusion | null;
  attempt: number;
  labels: string[];
  createdAt: string;
  startedAt: string;
  completedAt: string | null;
}

export interface Artifact {
  id: number;
  runId: number;
  name: string;
  /** The zip file in base64. */
  base64: string;
  createdAt: string;
  expiresAt: string;
}

export interface Release {
  id: number;
  tagName: string;
  targetCommitish: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  author: string;
  createdAt: string;
  publishedAt: string | null;
}

/** A new id. They start above 2^32, as those of workflow runs do: who keeps them in 32 bits must fail here too. */
export function nextId(state: GitHubState): number {
  state.lastId += 1;
  return state.lastId;
}

/** The number of a new issue or pull request. */
export function nextNumber(repository: Repository): number {
  repository.lastNumber += 1;
  return repository.lastNumber;
}

/** Copies the state for a transaction. Git objects never change, so they are shared and only their index is copied. */
export function forkState(state: GitHubState): GitHubState {
  const repositories = Object.entries(state.repositories).map(([name, { objects, ...rest }]) => [
    name,
    { ...structuredClone(rest), objects: { ...objects } },
  ]);
  return { lastId: state.lastId, repositories: Object.fromEntries(repositories) as Record<string, Repository> };
}

/** Points a ref at an object; open pull requests from that branch follow. */
export function moveRef(repository: Repository, ref: string, sha: string): void {
  repository.refs[ref] = sha;
  for (const pull of repository.pulls) {
    const follows =
      pull.state === 'open' && pull.headOwner === repository.owner && `refs/heads/${pull.headBranch}` === ref;
    if (!follows) continue;
    pull.headSha = sha;
    pull.baseSha = repository.refs[`refs/heads/${pull.baseBranch}`] ?? pull.baseSha;
  }
}
