import type { GitHubWorld } from '#emulators/github/world';
import type { Reply, Stage } from './github-harness.ts';

/** One request that an operation of the emulator answers well. */
export interface Drive {
  readonly operation: string;
  readonly method: string;
  /** Below the repository; with a leading `//` below the API. */
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
}

/** What the drives need to be there. */
export function prepareForDrives(world: GitHubWorld): void {
  world.commit({ 'src/app.ts': 'export const one = 1;\n', 'docs/guide.md': 'Read me.\n' });
  world.branch('topic');
  world.commit(
    { 'src/app.ts': 'export const one = 2;\n', 'docs/guide.md': null, 'docs/manual.md': 'Read me.\n' },
    { branch: 'topic' },
  );
  world.openPull({ head: 'topic', title: 'Two' });
  world.addToken({ name: 'person', secret: 'ghp_ada', actor: 'ada', kind: 'pat' });
  const run = world.addRun({ workflow: 'release' });
  world.addArtifact(run.id, 'evidence', Buffer.from('PK'));
}

/**
 * One good request for each operation, in an order in which each finds what it needs. Ids that the emulator gives are taken from
 * the answers before.
 */
export async function drive(stage: Stage, visit: (drive: Drive, reply: Reply) => void): Promise<void> {
  const { world, request } = stage;
  const { repository } = world;
  const main = repository.refs['refs/heads/main'] ?? '';
  const topic = repository.refs['refs/heads/topic'] ?? '';
  const run = repository.runs[0]?.id ?? 0;
  const artifact = repository.artifacts[0]?.id ?? 0;
  const pull = repository.pulls[0]?.number ?? 0;

  async function go(
    operation: string,
    method: string,
    path: string,
    status: number,
    body?: unknown,
    secret = 'ghs_workflow',
  ): Promise<Answered> {
    const reply = await request(method, path, { secret, ...(body === undefined ? {} : { body }) });
    visit({ operation, method, path, status, ...(body === undefined ? {} : { body }) }, reply);
    return (reply.body ?? {}) as Answered;
  }
  const graphql = (operation: string, query: string, variables: object = {}): Promise<Answered> =>
    go(operation, 'POST', '//graphql', 200, { query, variables });

  await go('repos/get', 'GET', '', 200);
  const blob = await go('git/create-blob', 'POST', '/git/blobs', 201, { content: 'hello\n' });
  await go('git/get-blob', 'GET', `/git/blobs/${blob.sha}`, 200);
  const entry = { path: 'a.txt', mode: '100644', type: 'blob', sha: blob.sha };
  const tree = await go('git/create-tree', 'POST', '/git/trees', 201, { base_tree: main, tree: [entry] });
  await go('git/get-tree', 'GET', `/git/trees/${tree.sha}?recursive=1`, 200);
  const commit = await go('git/create-commit', 'POST', '/git/commits', 201, {
    message: 'Add a.txt',
    tree: tree.sha,
    parents: [main],
  });
  await go('git/get-commit', 'GET', `/git/commits/${commit.sha}`, 200);
  await go('git/create-ref', 'POST', '/git/refs', 201, { ref: 'refs/heads/ledger', sha: main });
  await go('git/update-ref', 'PATCH', '/git/refs/heads/ledger', 200, { sha: commit.sha });
  await go('git/get-ref', 'GET', '/git/ref/heads/ledger', 200);
  await go('git/list-matching-refs', 'GET', '/git/matching-refs/heads/', 200);
  await go('git/delete-ref', 'DELETE', '/git/refs/heads/ledger', 204);
  const tag = await go('git/create-tag', 'POST', '/git/tags', 201, {
    tag: 'v1',
    message: 'One',
    object: main,
    type: 'commit',
    tagger: { name: 'Ada', email: 'ada@example.com' },
  });
  await go('git/get-tag', 'GET', `/git/tags/${tag.sha}`, 200);
  await go('git/create-ref', 'POST', '/git/refs', 201, { ref: 'refs/tags/v1', sha: tag.sha });
  await go('repos/list-tags', 'GET', '/tags', 200);

  await go('repos/get-content', 'GET', '/contents', 200);
  const file = await go('repos/get-content', 'GET', '/contents/README.md', 200);
  const base64 = Buffer.from('# Again\n').toString('base64');
  await go('repos/create-or-update-file-contents', 'PUT', '/contents/README.md', 200, {
    message: 'Again',
    content: base64,
    sha: file.sha,
  });
  const made = await go('repos/create-or-update-file-contents', 'PUT', '/contents/new.md', 201, {
    message: 'New',
    content: base64,
  });
  await go('repos/delete-file', 'DELETE', '/contents/new.md', 200, { message: 'Old', sha: made.content.sha });

  await go('repos/list-commits', 'GET', '/commits', 200);
  await go('repos/get-commit', 'GET', `/commits/${topic}`, 200);
  await go('repos/compare-commits-with-basehead', 'GET', '/compare/main...topic', 200);
  await go('repos/list-branches', 'GET', '/branches', 200);
  await go('repos/get-branch', 'GET', '/branches/topic', 200);
  await go('repos/list-pull-requests-associated-with-commit', 'GET', `/commits/${topic}/pulls`, 200);
  await go('repos/create-commit-status', 'POST', `/statuses/${topic}`, 201, { state: 'success', context: 'ci' });
  await go('repos/list-commit-statuses-for-ref', 'GET', `/commits/${topic}/statuses`, 200);
  await go('repos/get-combined-status-for-ref', 'GET', `/commits/${topic}/status`, 200);

  await go('pulls/list', 'GET', '/pulls', 200);
  await go('pulls/get', 'GET', `/pulls/${pull}`, 200);
  await go('pulls/list-files', 'GET', `/pulls/${pull}/files`, 200);
  const issue = await go('issues/create', 'POST', '/issues', 201, { title: 'Broken', labels: ['slipway'] });
  await go('issues/get', 'GET', `/issues/${issue.number}`, 200);
  await go('issues/update', 'PATCH', `/issues/${issue.number}`, 200, { state: 'closed' });
  await go('issues/list-for-repo', 'GET', '/issues?state=all', 200);
  const comment = await go('issues/create-comment', 'POST', `/issues/${pull}/comments`, 201, { body: 'Hello' });
  await go('issues/list-comments', 'GET', `/issues/${pull}/comments`, 200);
  await go('issues/get-comment', 'GET', `/issues/comments/${comment.id}`, 200);
  await go('issues/update-comment', 'PATCH', `/issues/comments/${comment.id}`, 200, { body: 'Hello again' });
  await go('issues/delete-comment', 'DELETE', `/issues/comments/${comment.id}`, 204);

  const check = await go('checks/create', 'POST', '/check-runs', 201, { name: 'gate', head_sha: topic });
  await go('checks/update', 'PATCH', `/check-runs/${check.id}`, 200, {
    conclusion: 'success',
    output: { title: 'Green', summary: 'All well' },
  });
  await go('checks/get', 'GET', `/check-runs/${check.id}`, 200);
  await go('checks/list-for-ref', 'GET', `/commits/${topic}/check-runs`, 200);

  const plain = {
    ref: 'main',
    environment: 'staging',
    auto_merge: false,
    required_contexts: [],
    payload: { plan: 'x' },
  };
  const deployment = await go('repos/create-deployment', 'POST', '/deployments', 201, plain);
  await go('repos/list-deployments', 'GET', '/deployments', 200);
  await go('repos/get-deployment', 'GET', `/deployments/${deployment.id}`, 200);
  const statuses = `/deployments/${deployment.id}/statuses`;
  const status = await go('repos/create-deployment-status', 'POST', statuses, 201, { state: 'success' });
  await go('repos/list-deployment-statuses', 'GET', statuses, 200);
  await go('repos/get-deployment-status', 'GET', `${statuses}/${status.id}`, 200);
  await graphql('graphql/deployments', DEPLOYMENTS_QUERY, { owner: repository.owner, name: repository.name });
  await graphql('graphql/createDeploymentStatus', CREATE_STATUS, {
    input: { deploymentId: deployment.node_id, state: 'IN_PROGRESS', description: 'On its way', autoInactive: false },
  });
  await go('repos/delete-deployment', 'DELETE', `/deployments/${deployment.id}`, 204);
  await go('repos/get-all-environments', 'GET', '/environments', 200);
  await go('repos/get-environment', 'GET', '/environments/staging', 200);

  await go('actions/list-workflow-runs-for-repo', 'GET', '/actions/runs', 200);
  await go('actions/list-workflow-runs', 'GET', '/actions/workflows/release.yml/runs', 200);
  await go('actions/get-workflow-run', 'GET', `/actions/runs/${run}`, 200);
  await go('actions/list-jobs-for-workflow-run', 'GET', `/actions/runs/${run}/jobs`, 200);
  await go('actions/list-artifacts-for-repo', 'GET', '/actions/artifacts', 200);
  await go('actions/list-workflow-run-artifacts', 'GET', `/actions/runs/${run}/artifacts`, 200);
  await go('actions/get-artifact', 'GET', `/actions/artifacts/${artifact}`, 200);
  await go('actions/download-artifact', 'GET', `/actions/artifacts/${artifact}/zip`, 302);
  const dispatch = '/actions/workflows/release.yml/dispatches';
  await go('actions/create-workflow-dispatch', 'POST', dispatch, 204, { ref: 'main' });
  await go('actions/create-workflow-dispatch', 'POST', dispatch, 200, { ref: 'main', return_run_details: true });

  const release = await go('repos/create-release', 'POST', '/releases', 201, {
    tag_name: 'tracker@2.0.0',
    name: 'Two',
  });
  await go('repos/generate-release-notes', 'POST', '/releases/generate-notes', 200, { tag_name: 'tracker@2.0.0' });
  await go('repos/get-release', 'GET', `/releases/${release.id}`, 200);
  await go('repos/get-release-by-tag', 'GET', '/releases/tags/tracker@2.0.0', 200);
  await go('repos/get-latest-release', 'GET', '/releases/latest', 200);
  await go('repos/list-releases', 'GET', '/releases', 200);
  await go('repos/update-release', 'PATCH', `/releases/${release.id}`, 200, { body: 'Notes' });

  await go('rate-limit/get', 'GET', '//rate_limit', 200);
  await go('users/get-authenticated', 'GET', '//user', 200, undefined, 'ghp_ada');
  const { data } = await graphql(
    'graphql/repository',
    'query($o: String!, $n: String!) { repository(owner: $o, name: $n) { id defaultBranchRef { target { oid ... on Commit { file(path: "src") { name object { ... on Tree { entries { name type mode oid object { ... on Blob { byteSize isBinary isTruncated text } } } } } } } } } object(expression: "main:README.md") { ... on Blob { text } } } }',
    { o: repository.owner, n: repository.name },
  );
  await graphql('graphql/rateLimit', '{ rateLimit { limit remaining resetAt } }');
  await graphql('graphql/updateRefs', UPDATE_REFS, {
    input: {
      repositoryId: data.repository.id,
      refUpdates: [{ name: 'refs/heads/claim', afterOid: topic, beforeOid: ZEROS }],
    },
  });
  await graphql('graphql/createCommitOnBranch', CREATE_COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: 'claim' },
      message: { headline: 'Claim' },
      expectedHeadOid: topic,
      fileChanges: { additions: [{ path: 'claim.json', contents: Buffer.from('{}').toString('base64') }] },
    },
  });
}

export const ZEROS = '0'.repeat(40);

export const UPDATE_REFS = 'mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';

export const CREATE_COMMIT =
  'mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid url } } }';

const CREATE_STATUS =
  'mutation($input: CreateDeploymentStatusInput!) { createDeploymentStatus(input: $input) { deploymentStatus { state description logUrl } } }';

export const DEPLOYMENTS_QUERY = `
  query ($owner: String!, $name: String!, $environment: String = "staging", $first: Int = 10, $after: String) {
    repository(owner: $owner, name: $name) {
      deployments(environments: [$environment], first: $first, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
        totalCount
        nodes { id commitOid state payload createdAt latestStatus { state description } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** The parts of answers that later requests need. */
interface Answered {
  readonly id: number;
  readonly number: number;
  readonly node_id: string;
  readonly sha: string;
  readonly content: { readonly sha: string };
  readonly data: { readonly repository: { readonly id: string } };
}
