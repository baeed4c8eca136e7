import { toBlob, writeObject, type Person } from './git-objects.ts';
import { resolveCommit } from './git-graph.ts';
import { listFiles, removePath, writeTree } from './git-trees.ts';
import { toSeconds, type Permissions, type Scope } from './routing.ts';
import {
  moveRef,
  nextId,
  nextNumber,
  type GitHubState,
  type Pull,
  type Repository,
  type WorkflowRun,
} from './state.ts';
import type { Token } from './tokens.ts';

/** The state of an emulator before its first request, and the credentials it takes. */
export interface GitHubWorld {
  readonly state: GitHubState;
  readonly tokens: Token[];
  /** The repository that the helpers work on. */
  readonly repository: Repository;
  /** Commits files to a branch (default: the default branch), which is made if it is new. null deletes. Returns the commit's id. */
  readonly commit: (files: Readonly<Record<string, string | Uint8Array | null>>, options?: CommitOptions) => string;
  /** Makes a branch at a commit or another branch. */
  readonly branch: (name: string, from?: string) => void;
  readonly openPull: (pull: { head: string; title?: string } & Partial<Pull>) => Pull;
  /** A workflow that has a file, by its name without the ending. */
  readonly addWorkflow: (name: string) => void;
  readonly addRun: (run?: Partial<WorkflowRun> & { workflow?: string }) => WorkflowRun;
  /** @param zip bytes of the zip file; days that it is kept, default 90. */
  readonly addArtifact: (runId: number, name: string, zip: Uint8Array, days?: number) => number;
  readonly addToken: (token: Partial<Token> & Pick<Token, 'name'>) => Token;
}

export interface CommitOptions {
  readonly branch?: string;
  readonly message?: string;
  /** Further parents, for merges. */
  readonly merges?: readonly string[];
}

export interface GitHubWorldOptions {
  readonly owner?: string;
  readonly repo?: string;
  readonly private?: boolean;
  /** Time of the world's making, ISO 8601. Every commit is a minute later than the one before. */
  readonly at?: string;
  /** What the world's first token, named `workflow`, may do. Default: everything. */
  readonly permissions?: Permissions;
}

/** Ids begin above 2^32, as those of workflow runs do. */
const FIRST_ID = 5_000_000_000;

const ALL_SCOPES: readonly Scope[] = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'environments',
  'issues',
  'pull_requests',
  'statuses',
];

/** May do everything that the emulator knows. */
export const ALL_PERMISSIONS: Permissions = Object.fromEntries(ALL_SCOPES.map((scope) => [scope, 'write']));

/**
 * A world with one repository that holds one commit with a README, and a `GITHUB_TOKEN` whose secret is `ghs_workflow`.
 * It is made before the emulator starts; what happens later goes through the API.
 */
export function createGitHubWorld(options: GitHubWorldOptions = {}): GitHubWorld {
  const { owner = 'example-org', repo = 'tracker', at = '2026-11-24T09:00:00Z' } = options;
  const state: GitHubState = { repositories: {}, lastId: FIRST_ID };
  const repository = createRepository(nextId(state), owner, repo, options.private ?? true, at);
  state.repositories[`${owner}/${repo}`] = repository;
  const tokens: Token[] = [];
  let minutes = 0;

  const person = (): Person => ({
    name: 'Ada Example',
    email: 'ada@users.noreply.github.com',
    date: toSeconds(Date.parse(at) + 60_000 * minutes++),
  });

  const world: GitHubWorld = {
    state,
    tokens,
    repository,
    commit: (files, { branch = repository.defaultBranch, message = 'Change files', merges = [] } = {}) => {
      const { objects, refs } = repository;
      const parent = refs[`refs/heads/${branch}`];
      const parentObject = parent === undefined ? undefined : objects[parent];
      const all = listFiles(objects, parentObject?.type === 'commit' ? parentObject.tree : '');
      for (const [path, content] of Object.entries(files)) {
        removePath(all, path);
        if (content !== null) {
          all.set(path, { mode: '100644', type: 'blob', sha: writeObject(objects, toBlob(content)) });
        }
      }
      const author = person();
      const parents = [...(parent === undefined ? [] : [parent]), ...merges];
      const sha = writeObject(objects, {
        type: 'commit',
        tree: writeTree(objects, all),
        parents,
        author,
        committer: author,
        message,
      });
      moveRef(repository, `refs/heads/${branch}`, sha);
      return sha;
    },
    branch: (name, from = repository.defaultBranch) => {
      const sha = resolveCommit(repository, from);
      if (sha === undefined) throw new RangeError(`There is no ${from} to branch from.`);
      moveRef(repository, `refs/heads/${name}`, sha);
    },
    openPull: ({ head, ...rest }) => {
      const headSha = rest.headSha ?? resolveCommit(repository, `refs/heads/${head}`);
      const baseBranch = rest.baseBranch ?? repository.defaultBranch;
      const baseSha = resolveCommit(repository, `refs/heads/${baseBranch}`);
      if (headSha === undefined || baseSha === undefined)
        throw new RangeError(`There is no ${head} or no ${baseBranch}.`);
      const createdAt = toSeconds(Date.parse(at) + 60_000 * minutes);
      const pull: Pull = {
        id: nextId(state),
        number: nextNumber(repository),
        title: `Merge ${head}`,
        body: null,
        author: 'ada',
        state: 'open',
        draft: false,
        labels: [],
        headOwner: owner,
        headBranch: head,
        headSha,
        baseBranch,
        baseSha,
        mergeCommitSha: null,
        createdAt,
        updatedAt: createdAt,
        closedAt: null,
        mergedAt: null,
        ...rest,
      };
      repository.pulls.push(pull);
      return pull;
    },
    addWorkflow: (name) => {
      findWorkflow(state, repository, name);
    },
    addRun: ({ workflow = 'ci', ...rest } = {}) => {
      const createdAt = toSeconds(Date.parse(at) + 60_000 * minutes++);
      const workflowId = findWorkflow(state, repository, workflow);
      const headBranch = rest.headBranch ?? repository.defaultBranch;
      const run: WorkflowRun = {
        id: nextId(state),
        workflowId,
        runNumber: repository.runs.filter((other) => other.workflowId === workflowId).length + 1,
        attempt: 1,
        event: 'push',
        status: 'completed',
        conclusion: 'success',
        headBranch,
        headSha: resolveCommit(repository, headBranch) ?? '',
        headOwner: owner,
        actor: 'ada',
        inputs: {},
        createdAt,
        updatedAt: createdAt,
        ...rest,
      };
      repository.runs.push(run);
      repository.jobs.push({
        id: nextId(state),
        runId: run.id,
        name: 'build',
        status: run.status,
        conclusion: run.conclusion,
        attempt: run.attempt,
        labels: ['ubuntu-24.04'],
        createdAt,
        startedAt: createdAt,
        completedAt: run.status === 'completed' ? createdAt : null,
      });
      return run;
    },
    addArtifact: (runId, name, zip, days = 90) => {
      const createdAt = toSeconds(Date.parse(at) + 60_000 * minutes);
      const id = nextId(state);
      const expiresAt = toSeconds(Date.parse(createdAt) + days * 86_400_000);
      repository.artifacts.push({ id, runId, name, base64: Buffer.from(zip).toString('base64'), createdAt, expiresAt });
      return id;
    },
    addToken: ({ name, ...rest }) => {
      const token: Token = {
        secret: `ghs_${name}`,
        name,
        actor: 'github-actions[bot]',
        kind: 'github-token',
        permissions: ALL_PERMISSIONS,
        repositories: [`${owner}/${repo}`],
        ...rest,
      };
      tokens.push(token);
      return token;
    },
  };
  world.commit({ 'README.md': `# ${repo}\n` }, { message: 'Begin' });
  world.addToken({
    name: 'workflow',
    ...(options.permissions === undefined ? {} : { permissions: options.permissions }),
  });
  return world;
}

function findWorkflow(state: GitHubState, repository: Repository, name: string): number {
  const path = `.github/workflows/${name}.yml`;
  const known = repository.workflows.find((workflow) => workflow.path === path);
  if (known !== undefined) return known.id;
  const id = nextId(state);
  repository.workflows.push({ id, name, path, dispatchable: true });
  return id;
}

function createRepository(id: number, owner: string, name: string, isPrivate: boolean, createdAt: string): Repository {
  return {
    id,
    owner,
    name,
    private: isPrivate,
    defaultBranch: 'main',
    createdAt: toSeconds(Date.parse(createdAt)),
    objects: {},
    refs: {},
    protections: {},
    lastNumber: 0,
    pulls: [],
    issues: [],
    comments: [],
    statuses: [],
    checkRuns: [],
    deployments: [],
    deploymentStatuses: [],
    environments: [],
    workflows: [],
    runs: [],
    jobs: [],
    artifacts: [],
    releases: [],
  };
}
